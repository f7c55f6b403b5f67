package io.kirolinter.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final Rule SECURITY = rule("sql-injection", Category.SECURITY, FixLevel.UNSAFE);
  private static final Rule SMELL = rule("unused-import", Category.CODE_SMELL, FixLevel.SAFE);

  @Test
  void everythingIncludesEveryRule() {
    assertThat(Scope.everything().includes(SECURITY)).isTrue();
    assertThat(Scope.everything().includes(SMELL)).isTrue();
    assertThat(Scope.everything().sources()).isEqualTo(Scope.SourceSets.MAIN);
    assertThat(Scope.everything().effort()).isEqualTo(Scope.Effort.QUICK);
  }

  @Test
  void everyLimitNarrowsIt() {
    Scope security = Scope.everything().withCategories(Set.of(Category.SECURITY));
    Scope one = Scope.everything().withRules(Set.of(SMELL.id()));
    Scope safe = Scope.everything().withFixes(Scope.FixFilter.SAFE_ONLY);

    assertThat(security.includes(SECURITY)).isTrue();
    assertThat(security.includes(SMELL)).isFalse();
    assertThat(one.includes(SECURITY)).isFalse();
    assertThat(one.includes(SMELL)).isTrue();
    assertThat(safe.includes(SECURITY)).isFalse();
    assertThat(safe.includes(SMELL)).isTrue();
    assertThat(security.withRules(Set.of(SMELL.id())).includes(SMELL)).isFalse();
  }

  @Test
  void changesOneByOne() {
    assertThat(
            Scope.everything()
                .withCategories(Set.of(Category.SECURITY))
                .withRules(Set.of(SMELL.id()))
                .withFixes(Scope.FixFilter.SAFE_ONLY)
                .withOrder(Scope.FileOrder.CHANGED_FIRST)
                .withEffort(Scope.Effort.THOROUGH)
                .withSources(Scope.SourceSets.MAIN_AND_TEST))
        .isEqualTo(
            new Scope(
                Set.of(Category.SECURITY),
                Set.of(SMELL.id()),
                Scope.FixFilter.SAFE_ONLY,
                Scope.FileOrder.CHANGED_FIRST,
                Scope.Effort.THOROUGH,
                Scope.SourceSets.MAIN_AND_TEST));
  }

  private static Rule rule(String id, Category category, FixLevel level) {
    return new Rule(
        RuleId.of(id), "A name", "A sentence.", category, Severity.LOW, level, List.of());
  }
}
