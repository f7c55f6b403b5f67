package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How rules speak of themselves; users and their tools meet this text everywhere. */
class RuleGrammarTest {

  private static final List<Rule> RULES = RulePages.rules();

  static Stream<Rule> rules() {
    return RULES.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anIdIsKebabCaseAndShort(Rule rule) {
    assertThat(rule.id().value()).matches("[a-z]+(-[a-z]+)*").hasSizeLessThanOrEqualTo(32);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aNameIsAPhraseThatFitsALine(Rule rule) {
    assertThat(rule.name())
        .matches("(\\p{Lu}|equals |@).*")
        .doesNotMatch(".*[.!?:]")
        .hasSizeLessThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aDescriptionIsOneSentenceThatSaysWhy(Rule rule) {
    assertThat(rule.description())
        .matches("(\\p{Lu}|is).*[^.!?]\\.")
        .doesNotContain(". ")
        .isNotEqualToIgnoringCase(rule.name() + ".")
        .hasSizeLessThanOrEqualTo(160);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aTagNamesAWeaknessOrTheRuleOfAnotherTool(Rule rule) {
    assertThat(rule.tags())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(
            tag ->
                tag.matches(
                    "cwe-\\d+|(pmd|errorprone|sonar|spotbugs|checkstyle|intellij):[\\w-]+"));
    if (rule.category() == Category.SECURITY) {
      assertThat(rule.tags().get(0)).startsWith("cwe-");
    }
  }

  @Test
  void idsAndNamesAreUniqueAndRulesAreInOrder() {
    assertThat(RULES).extracting(Rule::id).doesNotHaveDuplicates().isSorted();
    assertThat(RULES).extracting(Rule::name).doesNotHaveDuplicates();
  }

  @Test
  void everyCategoryHasRules() {
    var counts =
        RULES.stream().collect(Collectors.groupingBy(Rule::category, Collectors.counting()));

    assertThat(Arrays.asList(Category.values()))
        .allSatisfy(category -> assertThat(counts.get(category)).isGreaterThanOrEqualTo(4));
  }
}
