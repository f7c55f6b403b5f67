package io.kirolinter.agents.fix.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.change.Stretch;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void emptiesBodiesAndKeepsEveryLine() {
    String text =
        """
        package p; // class {
        @Deprecated(since = "}{")
        public class A<T extends Object & Runnable> {
          /* { */ private static final int MAX = 3, MIN = '{';
          static final String S = "}" + MAX;
          java.util.List<Integer> list = new java.util.ArrayList<>() { int x; };
          A() { super(); this.x = f -> { return 1; }; }
          static { System.out.println("{}"); }
          @SuppressWarnings({"a", "b"})
          int record(int record) { return record; }
          int shorty() { }
          abstract void none() throws Exception;
          enum E { ONE(1) { int y() { return 1; } }, TWO; E() { int i = 12345; } }
          record R(int a, int b) { R { if (a > b) throw null; } static int z = 1; }
          interface I { default int d() { return \"\"\"
              }\\\"""{
              \"\"\".length(); } int C = 7; Object O = new Object(), P = O; Object Q = f(12); }
          @interface N { String[] value() default {}; }
        }
        """;

    String outline = Outline.of(text);

    assertThat(outline).hasSameSizeAs(text);
    assertThat(outline.lines().map(String::length))
        .containsExactlyElementsOf(text.lines().map(String::length).toList());
    assertThat(outline)
        .contains(
            "MAX = 3, MIN = '{'",
            "S = \"}\" + MAX",
            "int C = 7",
            "Object O = new Object(), P = O;",
            "Object Q = null",
            "int shorty() { }",
            "static int z = 1")
        .contains(
            "abstract void none() throws Exception;",
            "enum E { ONE(1) {",
            "record R(int a, int b) {")
        .doesNotContain(
            "ArrayList",
            "super()",
            "System.out",
            "return record",
            "int y()",
            "if (a > b)",
            "length()",
            "12345",
            "f(12)");
    assertThat(JavaParser.open().parse(SourcePath.of("A.java"), outline).errors()).isEmpty();
  }

  @Test
  void emptiesOnlyTheGivenBodiesThatHaveRoom() {
    String text =
        "class A { int a() { return 123; } int b() { return 4; }\n int c() {\n return\n 55 ;\n } }";
    int a = text.indexOf("{ return 123");
    int c = text.indexOf("{\n return");

    String outline =
        Outline.without(text, List.of(new Stretch(a, a + 15), new Stretch(c, text.length() - 2)));

    assertThat(outline)
        .isEqualTo(
            "class A { int a() {throw null;  } int b() { return 4; }\n int c() {\n return\n 55 ;\n } }");
  }

  @Test
  void endsOnTextThatIsNoJava() {
    for (String text :
        List.of(
            "{",
            "}",
            "class A {",
            "class A { int a = ",
            "\"",
            "/*",
            "'",
            "\"\"\"",
            "class A { void m(",
            "=",
            "class")) {
      assertThat(Outline.of(text)).hasSameSizeAs(text);
    }
  }

  @Test
  void givesValidJavaForAllSourcesOfThisModule() throws IOException {
    JavaParser parser = JavaParser.open();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      assertThat(sources)
          .allSatisfy(
              file ->
                  assertThat(parser.parse(SourcePath.of("A.java"), Outline.of(read(file))).errors())
                      .isEmpty());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void leavesOutImportsThatOnlyBodiesNeed() {
    String text =
        """
        package p;
        import a.Kept;
        import a.Body;
        import a.Commented;
        import static b.C.ONE;
        import static b.C.two;
        import c.*;
        /** See {@link Commented}. */
        @Kept class A { static final int I = ONE; void m() { new Body(two); } }
        """;

    assertThat(Outline.of(text))
        .hasSameSizeAs(text)
        .contains("import a.Kept;", "import static b.C.ONE;", "import c.*;")
        .doesNotContain("a.Body", "a.Commented", "b.C.two");
  }
}
