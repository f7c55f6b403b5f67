package io.kirolinter.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

  private static final List<TextEdit> EDITS = List.of(TextEdit.deletion(0, 1));

  @Test
  void isOrderedByFileThenPositionThenRule() {
    List<Finding> inOrder =
        List.of(
            finding("z", "a/A.java", 9, 1),
            finding("z", "a/B.java", 1, 1),
            finding("a", "a/B.java", 1, 2),
            finding("b", "a/B.java", 1, 2),
            finding("a", "a/B.java", 2, 1));

    assertThat(Stream.of(3, 1, 4, 0, 2).map(inOrder::get).sorted()).isEqualTo(inOrder);
  }

  @Test
  void hasTheLevelOfItsFix() {
    Finding without = finding("a", "A.java", 1, 1);
    Finding with =
        new Finding(
            without.rule(),
            without.category(),
            without.severity(),
            without.path(),
            without.range(),
            without.message(),
            without.fingerprint(),
            Optional.of(new Fix(FixLevel.UNSAFE, "Remove it", EDITS)));

    assertThat(without.fixLevel()).isEqualTo(FixLevel.NONE);
    assertThat(with.fixLevel()).isEqualTo(FixLevel.UNSAFE);
  }

  @Test
  void aFixHasALevelAndAnEdit() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fix(FixLevel.NONE, "x", EDITS));
    assertThatIllegalArgumentException().isThrownBy(() -> new Fix(FixLevel.SAFE, "x", List.of()));
  }

  @Test
  void severitiesRise() {
    assertThat(Severity.HIGH.isAtLeast(Severity.MEDIUM)).isTrue();
    assertThat(Severity.HIGH.isAtLeast(Severity.HIGH)).isTrue();
    assertThat(Severity.HIGH.isAtLeast(Severity.CRITICAL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unused-import", "a", "s3-bucket", "pmd/UnusedPrivateField"})
  void takesRuleNamesInKebabCase(String value) {
    assertThat(RuleId.of(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Unused", "a_b", "-a", "a-", "a--b", "pmd/", "pmd/a b", "1a"})
  void refusesOtherRuleNames(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> RuleId.of(value));
  }

  @Test
  void aRuleIsNamedByAPhraseAndDescribedByASentence() {
    assertThat(rule("Unused import", "It is not used.").id()).isEqualTo(RuleId.of("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> rule(" ", "It is not used."));
    assertThatIllegalArgumentException().isThrownBy(() -> rule("Unused.", "It is not used."));
    assertThatIllegalArgumentException().isThrownBy(() -> rule("Unused", "It is not used"));
  }

  @Test
  void categoriesAreShownInKebabCase() {
    assertThat(Category.CODE_SMELL.label()).isEqualTo("code-smell");
  }

  private static Rule rule(String name, String description) {
    return new Rule(
        RuleId.of("a"),
        name,
        description,
        Category.SECURITY,
        Severity.LOW,
        FixLevel.NONE,
        List.of());
  }

  private static Finding finding(String rule, String path, int line, int column) {
    return new Finding(
        RuleId.of(rule),
        Category.CORRECTNESS,
        Severity.LOW,
        SourcePath.of(path),
        new SourceRange(line, column, line, column),
        "message",
        new Fingerprint("0".repeat(16)),
        Optional.empty());
  }

  @Test
  void aForeignRuleIsNamedAfterItsTool() {
    assertThat(RuleId.foreign("SpotBugs", "NP_NULL")).hasToString("spotbugs/NP_NULL");
    assertThat(RuleId.foreign("Error Prone", "A/b")).hasToString("error-prone/A/b");
    assertThat(RuleId.foreign("-x--y-", "a b\u00a0c")).hasToString("x-y/a%20b%C2%A0c");
    assertThat(RuleId.foreign("7zip", "r")).hasToString("tool-7zip/r");
    assertThat(RuleId.foreign("!", "r")).hasToString("tool/r");
  }
}
