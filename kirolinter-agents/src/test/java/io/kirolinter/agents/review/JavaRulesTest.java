package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleWalk;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.JavaSource;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaRulesTest {

  private static final Path PAGES = Path.of("..", "docs", "rules");

  /** Something for every rule to look at. */
  private static final String SAMPLE =
      """
      package a;

      import java.util.*;
      import java.util.List;;

      @Deprecated()
      final public class A<T extends Object> extends B implements C, D {
        static private int a[] = new int[1], b = 10l;
        A() { super(); } static { } public static java.util.List<?> l = Collections.EMPTY_LIST;
        Map<String, String> map = new HashMap<String, String>();;
        enum E { X { void x() {} }, Y; private E() {} }
        public abstract interface I { public static final int Z = 1; public void i(); }
        record R(int x, String... y) { R { x = 1; } }
        public String toString() { return new String("a"); }
        public boolean equals(Object o) {
          if (o == null) { return true; } else { return false; }
        }
        private void f(StringBuilder s, boolean t, List<String> list) throws Exception {
          int unused = 1;
          String sum = "";
          for (String k : map.keySet()) { sum += s.append("x") + map.get(k); }
          for (int i = 0; i < 3; i++) { sum = sum + i; ; }
          while (t == true) { do { t = !t; } while (sum.length() == 0); }
          try (final java.io.Reader r = null) { list.toArray(new String[list.size()]); }
          catch (IllegalStateException | Error e) { throw e; } finally { b++; }
          switch (b) { case 1: case 2: int q = sum.indexOf("'"); break; default: }
          Object o = switch (b) { case 1 -> new Integer(1); default -> { yield 2; } };
          Runnable run = () -> { if (o instanceof String p && !p.isEmpty()) { return; } };
          label: synchronized (this) { break label; }
          assert t : "no";
          new Object() { public int hashCode() { return (int) 1L; } };
          if (!(b == 1)) { if (t) { b = (b); } } else { if (o != null && o instanceof A) { } else { } }
          boolean z = t ? true : sum.indexOf("x") >= 0; int[] w = new int[] {1};
          return;
        }
      }
      """;

  @Test
  void areOrderedAndHaveIdsOfTheirOwn() {
    List<RuleId> ids = JavaRules.all().stream().map(rule -> rule.about().id()).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void areAtLeastFourOfEachCategory() {
    for (Category category : Category.values()) {
      assertThat(JavaRules.all().stream().filter(rule -> rule.about().category() == category))
          .as(category.label())
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void haveAPageEachThatExplainsThem() throws IOException {
    for (JavaRule rule : JavaRules.all()) {
      assertThat(Files.readString(PAGES.resolve(rule.about().id() + ".md")))
          .startsWith("# " + rule.about().name() + "\n")
          .contains("\n## What", "\n## Why", "\n## Bad", "\n## Good", "\n## Fix")
          .contains("\n## Equivalents", "\n## Known limits");
    }
  }

  @Test
  void getThroughAFileOfWhichAnyTokenIsMissing() {
    SyntaxTree whole = JavaParser.open().parse(SourcePath.of("A.java"), SAMPLE);
    assertThat(whole.errors()).isEmpty();
    List<String> broken = new ArrayList<>();
    for (Token token : Lexer.tokens(SAMPLE)) {
      broken.add(SAMPLE.substring(0, token.start()) + SAMPLE.substring(token.end()));
      broken.add(SAMPLE.substring(0, token.start()));
      broken.add(SAMPLE.substring(token.start()));
    }
    assertThatCode(() -> checkAll(broken, JavaRulesTest::assertTrustsNoFixWhenBroken))
        .doesNotThrowAnyException();
  }

  private static void assertTrustsNoFixWhenBroken(SyntaxTree tree) {
    List<Finding> findings = RuleWalk.of(JavaRules.all()).findings(tree);
    if (!tree.errors().isEmpty()) {
      assertThat(findings.stream().map(Finding::fixLevel))
          .doesNotContain(FixLevel.SAFE, FixLevel.UNSAFE);
    }
  }

  private static void checkAll(List<String> texts, Consumer<SyntaxTree> check) {
    Stream<JavaSource> sources =
        texts.stream()
            .map(text -> new JavaSource(SourcePath.of("n" + text.hashCode() + "/A.java"), text));
    JavaParser.open().parse(sources.distinct().toList(), check);
  }
}
