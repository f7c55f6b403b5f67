package io.kirolinter.agents.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

  private static final RuleWalk WALK =
      RuleWalk.of(
          List.of(
              new EveryNumber(
                  "unused-number",
                  List.of("pmd:UnusedPrivateField", "sonar:S1068", "errorprone:UnusedVariable")),
              new EveryNumber("zip-slip", List.of("cwe-22"))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kirolinter:unused-number",
        "unused",
        "PMD",
        "PMD.UnusedPrivateField",
        "java:S1068",
        "squid:S1068",
        "S1068",
        "squid:S01068",
        "UnusedVariable",
        " unused "
      })
  void anAnnotationSilencesTheRuleThatItsNameMeans(String name) {
    assertThat(found("@SuppressWarnings(\"%s\") class A { int a = 1; }".formatted(name)))
        .containsExactly("zip-slip:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "kirolinter"})
  void anAnnotationSilencesEveryRule(String name) {
    assertThat(found("@SuppressWarnings(\"%s\") class A { int a = 1; }".formatted(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"unchecked\"",
        "\"PMD.Other\"",
        "\"java:S106\"",
        "\"S10680\"",
        "\"kirolinter:unused\"",
        "\"Unused\"",
        "\"\"",
        "{}",
        "\"kirolinter:\" + NAME",
        "NAME"
      })
  void aNameThatMeansNoRuleSilencesNone(String names) {
    assertThat(found("@SuppressWarnings(%s) class A { int a = 1; }".formatted(names)))
        .containsExactlyInAnyOrder("unused-number:1", "zip-slip:1");
  }

  @Test
  void anAnnotationMayHoldSeveralNames() {
    assertThat(found("@SuppressWarnings({\"unchecked\", \"all\"}) class A { int a = 1; }"))
        .isEmpty();
    assertThat(
            found(
                "@java.lang.SuppressWarnings(value = {\"kirolinter:zip-slip\", X, \"S1068\"})"
                    + " class A { int a = 1; }"))
        .isEmpty();
  }

  @Test
  void anAnnotationEndsWithItsDeclaration() {
    assertThat(
            found(
                """
                class A {
                  @SuppressWarnings("all") int a = 1;
                  int b = 2;
                  @SuppressWarnings("all") class B { int c = 3; }
                  void m(@SuppressWarnings("all") int p) {
                    @SuppressWarnings("all") int d = 4;
                    int e = 5;
                  }
                  @SuppressWarnings("all") void n() { int f = 6; }
                  int g = 7;
                }
                """))
        .filteredOn(text -> text.startsWith("zip-slip"))
        .containsExactly("zip-slip:2", "zip-slip:5", "zip-slip:7");
  }

  @Test
  void compilersNamesStandForRulesOfTheSameMeaning() {
    RuleWalk walk = RuleWalk.of(List.of(new EveryNumber("empty-statement", List.of())));

    assertThat(found(walk, "@SuppressWarnings(\"empty\") class A { int a = 1; }")).isEmpty();
    assertThat(found(walk, "@SuppressWarnings(\"finally\") class A { int a = 1; }")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// NOPMD",
        "//NOPMD - too old to change",
        "// NOSONAR the reason",
        "// kirolinter:ignore",
        "// kirolinter:ignore - legacy",
        "// kirolinter:ignore (because of the tests)",
        "// kirolinter:ignore: tests",
        "// kirolinter:ignore -- tests",
        "// kirolinter:ignore zip-slip, unused-number - both",
        "// kirolinter:ignore zip-slip unused-number",
        "// see below // NOPMD"
      })
  void aCommentSilencesItsLine(String comment) {
    assertThat(found("class A {\n  int a = 1; " + comment + "\n  int b = 2;\n}"))
        .containsExactlyInAnyOrder("unused-number:2", "zip-slip:2");
  }

  @Test
  void aCommentWithIdsSilencesThoseRulesOnly() {
    assertThat(found("class A { int a = 1; // kirolinter:ignore zip-slip - needed for now\n}"))
        .containsExactly("unused-number:1");
    assertThat(found("class A { int a = 1; // kirolinter:ignore pmd/CloseResource\n}")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { int a = 1; String s = \"// NOPMD\"; }",
        "class A { int a = 1; /* NOPMD */ }",
        "class A {\n  // NOPMD\n  int a = 1;\n}",
        "class A { int a = 1; // nopmd\n}",
        "class A { int a = 1; // kirolinter:ignore because of the tests\n}",
        "class A { String s = \"\"\"\n  // NOPMD \"\"\"; int a = 1; }"
      })
  void whatIsNoCommentAtTheEndOfTheLineSilencesNothing(String source) {
    assertThat(found(source)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  void aCommentIsOnItsLineWhateverEndsLines(String end) {
    assertThat(found(String.join(end, "class A {", "int a = 1; // NOPMD", "int b = 2;", "}")))
        .containsExactlyInAnyOrder("unused-number:2", "zip-slip:2");
  }

  @Test
  void generatedDeclarationsAreLeftAlone() {
    assertThat(
            found(
                """
                import javax.annotation.processing.Generated;
                class A {
                  @Generated("tool") static class B { int b = 1; class C { int c = 2; } }
                  @jakarta.annotation.Generated(value = "x") void m() { int d = 3; }
                  @lombok.Generated int e = 4;
                  @NotGenerated int f = 5;
                }
                """))
        .containsExactlyInAnyOrder("unused-number:5", "zip-slip:5");
  }

  @Test
  void aGeneratedPackageOrModuleIsLeftAlone() {
    assertThat(found("@Generated(\"x\")\npackage a;\nclass A { int a = 1; }")).isEmpty();
    assertThat(found("@SuppressWarnings(\"all\")\nmodule a { }")).isEmpty();
    assertThat(found("@Deprecated\npackage a;\nclass A { int a = 1; }")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// Generated by the protocol buffer compiler.  DO NOT EDIT!\n// source: a.proto\n",
        "// Generated from Expr.g4 by ANTLR 4.13.1\n",
        "/* Generated By:JavaCC: Do not edit this line. Parser.java */\n",
        "/* Generated by: JavaCC Generator. Token.java */\n",
        "/**\n * Autogenerated by Thrift Compiler (0.18)\n *\n * DO NOT EDIT UNLESS YOU ARE SURE\n */\n",
        "/**\n * Autogenerated by Avro\n *\n * DO NOT EDIT DIRECTLY\n */\n",
        "/* The following code was generated by JFlex 1.4.3 on 1.1.70 */\n",
        "/*\n * This file is generated by jOOQ.\n */\n",
        "/* Licence. */\n// This file was automatically generated. Do not edit.\n",
        "//\n// This file was generated by the Eclipse Implementation of JAXB, v3.0.0\n//\n"
      })
  void aFileThatAGeneratorWroteIsLeftAlone(String header) {
    assertThat(found(header + "package a;\nclass A { int a = 1; }")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// Numbers are generated by the clock.\npackage a;\n",
        "/* Do not edit the order below. */\npackage a;\n",
        "package a;\n/** Generated by ANTLR. DO NOT EDIT. */\n"
      })
  void aFileThatPeopleWroteIsNot(String start) {
    assertThat(found(start + "class A { int a = 1; }")).hasSize(2);
  }

  @Test
  void goesNoDeeperThanTheWalk() {
    String nested = "(".repeat(1_000) + "8" + ")".repeat(1_000);

    assertThat(found("class A { @SuppressWarnings(\"all\") int a = 1; int b = " + nested + "; }"))
        .isEmpty();
  }

  private static List<String> found(String source) {
    return found(WALK, source);
  }

  private static List<String> found(RuleWalk walk, String source) {
    return walk.findings(JavaParser.open().parse(SourcePath.of("A.java"), source)).stream()
        .map(finding -> finding.rule() + ":" + finding.message())
        .toList();
  }

  /** Finds every number, and says which. */
  private record EveryNumber(String id, List<String> tags) implements JavaRule {

    @Override
    public Rule about() {
      return new Rule(
          RuleId.of(id),
          "Number",
          "A number.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.NONE,
          tags);
    }

    @Override
    public Set<Tree.Kind> kinds() {
      return Set.of(Tree.Kind.INT_LITERAL);
    }

    @Override
    public void check(Tree tree, RuleContext context) {
      context.report(tree, context.textOf(tree));
    }
  }
}
