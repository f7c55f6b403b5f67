package io.kirolinter.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final List<PathGlob> SOME = List.of(PathGlob.of("a"), PathGlob.of("b"));
  private static final List<PathGlob> OTHER = List.of(PathGlob.of("b"), PathGlob.of("c"));
  private static final List<PathGlob> BOTH =
      List.of(PathGlob.of("a"), PathGlob.of("b"), PathGlob.of("c"));

  private final Settings user =
      Settings.none()
          .withAnalyzers(List.of("java"))
          .withPmdRulesets(List.of("user.xml"))
          .withExclude(OTHER)
          .withGenerated(OTHER)
          .withSuppress(List.of(suppression("c")))
          .withBaseline(SourcePath.of("user.json"))
          .withVerify("make")
          .withSources(SourceSets.MAIN);

  @Test
  void theHigherOneWinsAndExclusionsAddUp() {
    Settings repository =
        Settings.none()
            .withAnalyzers(List.of("java", "pmd"))
            .withPmdRulesets(List.of("repository.xml"))
            .withExclude(SOME)
            .withGenerated(SOME)
            .withSuppress(List.of(suppression("a")))
            .withBaseline(SourcePath.of("repository.json"))
            .withVerify("mvn verify")
            .withSources(SourceSets.MAIN_AND_TEST);

    assertThat(repository.over(user))
        .isEqualTo(
            repository
                .withExclude(BOTH)
                .withGenerated(BOTH)
                .withSuppress(List.of(suppression("a"), suppression("c"))));
  }

  @Test
  void whatIsLeftOpenIsTakenFromBelow() {
    assertThat(Settings.none().over(user)).isEqualTo(user);
    assertThat(user.over(Settings.none())).isEqualTo(user);
  }

  @Test
  void withoutTrustOnlyTheCommandIsMissing() {
    assertThat(user.withoutVerify().verify()).isEmpty();
    assertThat(user.withoutVerify().withVerify("make")).isEqualTo(user);
  }

  @Test
  void aBlankCommandIsNone() {
    assertThatThrownBy(() -> Settings.none().withVerify(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSuppressionCoversItsRulesAndCategoriesInItsFiles() {
    Finding finding = finding("unused-import", "src/old/A.java");

    assertThat(suppression("src/old").covers(finding)).isTrue();
    assertThat(suppression("src/new").covers(finding)).isFalse();
    assertThat(ofRules("unused-import").covers(finding)).isTrue();
    assertThat(ofRules("empty-catch-block").covers(finding)).isFalse();
    assertThat(ofCategories(Category.CODE_SMELL).covers(finding)).isTrue();
    assertThat(ofCategories(Category.SECURITY).covers(finding)).isFalse();
    assertThat(
            new Suppression(Set.of(), Set.of(Category.CODE_SMELL), List.of(PathGlob.of("new")))
                .covers(finding))
        .isFalse();
  }

  @Test
  void aSuppressionOfNothingIsAMistake() {
    assertThatThrownBy(() -> new Suppression(Set.of(), Set.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Suppression suppression(String glob) {
    return new Suppression(Set.of(), Set.of(), List.of(PathGlob.of(glob)));
  }

  private static Suppression ofRules(String id) {
    return new Suppression(Set.of(RuleId.of(id)), Set.of(), List.of());
  }

  private static Suppression ofCategories(Category category) {
    return new Suppression(Set.of(), Set.of(category), List.of());
  }

  private static Finding finding(String rule, String path) {
    SourcePath file = SourcePath.of(path);
    return new Finding(
        RuleId.of(rule),
        Category.CODE_SMELL,
        Severity.LOW,
        file,
        new SourceRange(1, 1, 1, 2),
        "m",
        Fingerprint.of(RuleId.of(rule), file, "", "x", 0),
        Optional.empty());
  }
}
