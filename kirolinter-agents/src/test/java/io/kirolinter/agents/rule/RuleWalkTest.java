package io.kirolinter.agents.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class RuleWalkTest {

  private static final String CALLS = "class A {\n  void a() {\n    b(1);\n    b(1);\n  }\n}\n";

  @Test
  void showsARuleEveryTreeOfItsKindsAndNoOther() {
    List<Tree.Kind> seen = new ArrayList<>();
    walk(
        "class A { int a = 1 + 2; int b = 3; }",
        rule((tree, context) -> seen.add(tree.getKind()), Tree.Kind.INT_LITERAL, Tree.Kind.PLUS));

    assertThat(seen)
        .containsExactly(
            Tree.Kind.PLUS, Tree.Kind.INT_LITERAL, Tree.Kind.INT_LITERAL, Tree.Kind.INT_LITERAL);
  }

  @Test
  void showsNoTreeThatTheParserMadeUp() {
    List<Tree> seen = new ArrayList<>();
    walk(
        "class A { void a() {} public void b() {} }",
        rule((tree, context) -> seen.add(tree), Tree.Kind.MODIFIERS));

    assertThat(seen).hasSize(1);
  }

  @Test
  void leadsManyRulesThroughOneWalk() {
    SyntaxTree file = parse(CALLS);
    JavaRule one = rule((tree, context) -> context.report(tree, "one"), Tree.Kind.INT_LITERAL);
    JavaRule other = rule((tree, context) -> context.report(tree, "other"), Tree.Kind.METHOD);

    assertThat(RuleWalk.of(List.of(one, other)).findings(file))
        .extracting(Finding::message)
        .containsExactly("other", "one", "one");
  }

  @Test
  void findsNothingWithoutRules() {
    assertThat(RuleWalk.of(List.of()).findings(parse(CALLS))).isEmpty();
  }

  @Test
  void givesAFindingTheDataOfItsRuleAndItsPlace() {
    Finding finding =
        walk(CALLS, rule((tree, context) -> context.report(tree, "m"), Tree.Kind.METHOD)).get(0);

    assertThat(finding.rule()).isEqualTo(RuleId.of("sample"));
    assertThat(finding.category()).isEqualTo(Category.CODE_SMELL);
    assertThat(finding.severity()).isEqualTo(Severity.LOW);
    assertThat(finding.path()).isEqualTo(SourcePath.of("a/A.java"));
    assertThat(finding.range()).isEqualTo(new SourceRange(2, 3, 5, 4));
    assertThat(finding.fix()).isEmpty();
  }

  @Test
  void keepsFingerprintsWhereLinesMove() {
    JavaRule rule = rule((tree, context) -> context.report(tree, "m"), Tree.Kind.INT_LITERAL);

    assertThat(fingerprints("// one\n\n" + CALLS.replace("b(1);", "  b( 1 );"), rule))
        .isEqualTo(fingerprints(CALLS, rule));
  }

  @Test
  void keepsFingerprintsWhereTextIsWrappedInAnotherWay() {
    JavaRule rule = rule((tree, context) -> context.report(tree, "m"), Tree.Kind.METHOD_INVOCATION);

    assertThat(fingerprints("class A { Object o = a( 1,\n      2); }", rule))
        .isEqualTo(fingerprints("class A { Object o = a( 1, 2); }", rule));
  }

  @Test
  void givesEqualTextsInOneMethodFingerprintsOfTheirOwn() {
    JavaRule rule = rule((tree, context) -> context.report(tree, "m"), Tree.Kind.INT_LITERAL);

    assertThat(fingerprints(CALLS, rule)).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void tellsEqualTextsOfTwoMethodsApart() {
    JavaRule rule = rule((tree, context) -> context.report(tree, "m"), Tree.Kind.INT_LITERAL);
    List<Fingerprint> both =
        fingerprints("class A { int a() { return 1; } int a(int x) { return 1; } }", rule);

    assertThat(both).doesNotHaveDuplicates();
    assertThat(fingerprints("class A { int a(int x) { return 1; } }", rule))
        .containsExactly(both.get(1));
  }

  @Test
  void givesAFixTheLevelOfTheRule() {
    Finding finding = walk("class A { int a = 1; }", replacing("2")).get(0);

    assertThat(finding.fix())
        .contains(new Fix(FixLevel.SAFE, "Replace it", List.of(new TextEdit(18, 19, "2"))));
  }

  @Test
  void trustsNoFixInAFileWithSyntaxErrors() {
    Finding finding = walk("class A { int a = 1; int ; }", replacing("2")).get(0);

    assertThat(finding.fixLevel()).isEqualTo(FixLevel.SUGGESTION);
  }

  @Test
  void takesAFixOfALevelOfItsOwn() {
    Fix unsafe = new Fix(FixLevel.UNSAFE, "Drop it", List.of(TextEdit.deletion(0, 1)));
    JavaRule rule =
        rule((tree, context) -> context.report(0, 5, "m", unsafe), Tree.Kind.COMPILATION_UNIT);

    assertThat(walk("class A {}", rule).get(0).fix()).contains(unsafe);
  }

  @Test
  void showsWhatIsAroundATree() {
    List<Object> seen = new ArrayList<>();
    JavaRule rule =
        rule(
            (tree, context) -> {
              seen.add(context.parent().orElseThrow().getKind());
              seen.add(context.ancestor(2).orElseThrow().getKind());
              seen.add(context.enclosing(MethodTree.class).isPresent());
              seen.add(context.enclosing(ClassTree.class).orElseThrow().getSimpleName().toString());
              seen.add(context.enclosing(CompilationUnitTree.class).isPresent());
              seen.add(context.ancestor(9).isPresent());
            },
            Tree.Kind.INT_LITERAL);
    walk("class A { class B { int x = 1; } }", rule);

    assertThat(seen).containsExactly(Tree.Kind.VARIABLE, Tree.Kind.CLASS, false, "B", true, false);
  }

  @Test
  void sharesTokensAndScopesAmongRules() {
    List<Object> tokens = new ArrayList<>();
    List<Object> scopes = new ArrayList<>();
    JavaRule rule =
        rule(
            (tree, context) -> {
              tokens.add(context.tokens());
              scopes.add(context.scopes());
            },
            Tree.Kind.COMPILATION_UNIT,
            Tree.Kind.CLASS);
    walk("class A { int a; }", rule);

    assertThat(tokens).hasSize(2);
    assertThat(tokens.get(0)).isSameAs(tokens.get(1));
    assertThat(scopes.get(0)).isSameAs(scopes.get(1));
  }

  @Test
  void tellsHowOftenAWordStandsInTheCode() {
    List<Object> seen = new ArrayList<>();
    JavaRule rule =
        rule(
            (tree, context) -> {
              seen.add(context.occurrencesOf("int"));
              seen.add(context.occurrencesOf("no"));
              seen.add(context.hasComment(0, 10));
              seen.add(context.hasComment(5, 10));
            },
            Tree.Kind.COMPILATION_UNIT);
    walk("/**/ class A { int a; int b; } // int", rule);

    assertThat(seen).containsExactly(2, 0, true, false);
  }

  @Test
  void refusesReportsOutsideOfAWalk() {
    RuleContext context = new RuleContext(parse("class A {}"));

    assertThatIllegalStateException().isThrownBy(() -> context.report(0, 1, "m"));
  }

  private static JavaRule replacing(String text) {
    return rule(
        (tree, context) ->
            context.report(
                tree,
                "m",
                "Replace it",
                List.of(new TextEdit(context.file().start(tree), context.file().end(tree), text))),
        Tree.Kind.INT_LITERAL);
  }

  private static List<Fingerprint> fingerprints(String source, JavaRule rule) {
    return walk(source, rule).stream().map(Finding::fingerprint).toList();
  }

  private static List<Finding> walk(String source, JavaRule rule) {
    return RuleWalk.of(List.of(rule)).findings(parse(source));
  }

  private static SyntaxTree parse(String source) {
    return JavaParser.open().parse(SourcePath.of("a/A.java"), source);
  }

  private static JavaRule rule(BiConsumer<Tree, RuleContext> check, Tree.Kind... kinds) {
    return new JavaRule() {
      @Override
      public Rule about() {
        return new Rule(
            RuleId.of("sample"),
            "Sample",
            "A sample.",
            Category.CODE_SMELL,
            Severity.LOW,
            FixLevel.SAFE,
            List.of());
      }

      @Override
      public Set<Tree.Kind> kinds() {
        return Set.of(kinds);
      }

      @Override
      public void check(Tree tree, RuleContext context) {
        check.accept(tree, context);
      }
    };
  }
}
