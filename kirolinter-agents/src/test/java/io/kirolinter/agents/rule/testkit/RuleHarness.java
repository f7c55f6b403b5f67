package io.kirolinter.agents.rule.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleWalk;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.source.TextEdits;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Puts one rule to the test. Sources are whole compilation units. Where a finding is expected, its
 * first line ends with {@code // finding: part of the message}; the rule does not see the markers.
 */
public final class RuleHarness {

  private static final Set<FixLevel> APPLIED = Set.of(FixLevel.SAFE, FixLevel.UNSAFE);
  private static final SourcePath ANY_PATH = SourcePath.of("Sample.java");

  private final JavaRule rule;

  private RuleHarness(JavaRule rule) {
    this.rule = rule;
  }

  public static RuleHarness of(JavaRule rule) {
    return new RuleHarness(rule);
  }

  /** Asserts findings on exactly the marked lines, with messages that contain the marked parts. */
  public RuleHarness reports(String source) {
    assertMarks(source);
    return this;
  }

  /** Asserts that there is no finding. The source holds no marker. */
  public RuleHarness isSilentOn(String source) {
    assertThat(MarkedSource.of(source).marks()).as("markers in a source without finding").isEmpty();
    assertMarks(source);
    return this;
  }

  /** Asserts what {@link #reports} does, and that no finding comes with a fix. */
  public RuleHarness reportsWithoutFix(String source) {
    List<Finding> findings = assertMarks(source);
    assertThat(findings).as("findings without fix").isNotEmpty();
    assertThat(findings).allMatch(finding -> finding.fix().isEmpty(), "has no fix");
    return this;
  }

  /**
   * Asserts that all safe and unsafe fixes together make {@code after} of {@code before}, to the
   * char; that both compile; that the findings are gone and no fix is left; and all of it again
   * with Windows line ends.
   */
  public RuleHarness fixes(String before, String after) {
    assertCompiles("before the fix", before);
    assertFix(before, after);
    assertCompiles("after the fix", after);
    assertFix(before.replace("\n", "\r\n"), after.replace("\n", "\r\n"));
    return this;
  }

  /** Asserts that the rule gets through a source that is no Java, and would not change it. */
  public RuleHarness survives(String brokenSource) {
    SyntaxTree tree = parse(brokenSource);
    assertThat(tree.errors()).as("syntax errors of a broken source").isNotEmpty();
    assertThat(findings(tree)).noneMatch(RuleHarness::isApplied);
    return this;
  }

  /** {@return what the rule finds, for a test that asks for more than lines and messages} */
  public List<Finding> findings(String source) {
    return findings(parse(source));
  }

  private List<Finding> assertMarks(String source) {
    MarkedSource marked = MarkedSource.of(source);
    SyntaxTree tree = parse(marked.text());
    assertThat(tree.errors()).as("syntax errors of the sample").isEmpty();
    List<Finding> findings = findings(tree);
    assertThat(findings.stream().map(finding -> finding.range().startLine()))
        .as("lines with findings %s in%n%s", findings, marked.text())
        .containsExactlyElementsOf(marked.marks().stream().map(MarkedSource.Mark::line).toList());
    for (int i = 0; i < findings.size(); i++) {
      assertThat(findings.get(i).message()).contains(marked.marks().get(i).message());
    }
    return findings;
  }

  private void assertFix(String before, String after) {
    List<Finding> found = findings(before);
    List<TextEdit> edits = editsOf(found);
    assertThat(edits).as("edits for%n%s", before).isNotEmpty();
    assertThat(TextEdits.apply(before, edits)).isEqualTo(after);
    assertThat(parse(after).errors()).as("syntax errors after the fix").isEmpty();
    List<Finding> left = findings(after);
    assertThat(editsOf(left)).as("edits of a second run").isEmpty();
    assertThat(left)
        .as("findings after the fix")
        .hasSize((int) found.stream().filter(finding -> !isApplied(finding)).count());
  }

  private static void assertCompiles(String when, String source) {
    String fileName = typeNameOf(parse(source)) + ".java";
    assertThat(MemoryCompiler.errorsOf(fileName, source))
        .as("compiler errors %s of%n%s", when, source)
        .isEmpty();
  }

  private static String typeNameOf(SyntaxTree tree) {
    return tree.unit().getTypeDecls().stream()
        .filter(RuleHarness::isPublicType)
        .map(type -> ((ClassTree) type).getSimpleName().toString())
        .findFirst()
        .orElse("Sample");
  }

  private static boolean isPublicType(Tree tree) {
    return tree instanceof ClassTree type
        && type.getModifiers().getFlags().contains(Modifier.PUBLIC);
  }

  private static List<TextEdit> editsOf(List<Finding> findings) {
    return findings.stream()
        .filter(RuleHarness::isApplied)
        .flatMap(finding -> finding.fix().stream())
        .flatMap(fix -> fix.edits().stream())
        .toList();
  }

  private static boolean isApplied(Finding finding) {
    return APPLIED.contains(finding.fixLevel());
  }

  private List<Finding> findings(SyntaxTree tree) {
    return RuleWalk.of(List.of(rule)).findings(tree).stream().sorted().toList();
  }

  private static SyntaxTree parse(String source) {
    return JavaParser.open().parse(ANY_PATH, source);
  }
}
