package io.kirolinter.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactTest {

  private static final SourcePath PATH = SourcePath.of("A.java");
  private static final RuleId RULE = RuleId.of("a");
  private static final Fingerprint PRINT = new Fingerprint("0".repeat(16));

  @Test
  void typesHaveTheNamesThatAreStored() {
    assertThat(
            Stream.of(
                ArtifactType.RISK_RANKING,
                ArtifactType.REVIEW,
                ArtifactType.FIX_SET,
                ArtifactType.PROPOSAL,
                ArtifactType.LESSONS,
                ArtifactType.NOTICES))
        .extracting(ArtifactType::toString)
        .containsExactly("risk-ranking", "review", "fix-set", "proposal", "lessons", "notices");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FixSet", "fix_set", "fix set", "-fix"})
  void refusesOtherTypeNames(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> ArtifactType.of(name, Lessons.class));
  }

  @Test
  void theRiskiestFileIsTheFirst() {
    RiskRanking.RiskyFile file = new RiskRanking.RiskyFile(PATH, 2, List.of("a"), "Split it.");

    assertThat(new RiskRanking(List.of(file), 3).riskiest()).contains(file);
    assertThat(new RiskRanking(List.of(), 0).riskiest()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRanking.RiskyFile(PATH, -1, List.of(), ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRanking.RiskyFile(PATH, Double.NaN, List.of(), ""));
  }

  @Test
  void aFixSetCannotHaveLessThanNothingWaiting() {
    FixSet set = new FixSet(List.of(), List.of(), List.of());

    assertThat(set.withWaiting(2).waiting()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> set.withWaiting(-1));
  }

  @Test
  void aFixSetCountsTheFixesOfAllItsRules() {
    FixSet.AppliedFix fix = new FixSet.AppliedFix(PRINT, PATH, 1, FixLevel.SAFE, "Remove it");

    FixSet set = new FixSet(List.of(change(fix, 2), change(fix, 3)), List.of(), List.of());

    assertThat(set.applied()).isEqualTo(5);
  }

  @Test
  void onlyAFixThatFailedAGateIsQuarantined() {
    assertThat(dropped(FixSet.DropCause.FAILED_GATE).isQuarantined()).isTrue();
    assertThat(
            Stream.of(FixSet.DropCause.values())
                .filter(cause -> cause != FixSet.DropCause.FAILED_GATE)
                .map(ArtifactTest::dropped))
        .isNotEmpty()
        .noneMatch(FixSet.DroppedFix::isQuarantined);
  }

  @Test
  void lessonsAreNotNegative() {
    assertThat(new Lessons(0, List.of()).insights()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Lessons(-1, List.of()));
  }

  private static FixSet.RuleChange change(FixSet.AppliedFix fix, int times) {
    return new FixSet.RuleChange(RULE, "Title", Collections.nCopies(times, fix), List.of());
  }

  private static FixSet.DroppedFix dropped(FixSet.DropCause cause) {
    return new FixSet.DroppedFix(RULE, PRINT, PATH, 1, cause, "why");
  }

  @Test
  void aReviewHoldsNoSecretInAMessageOrAFix() {
    String secret = "password=" + "correct-horse1";
    Finding open = finding("uses a password", "String a;");
    Finding told = finding("found " + secret, "String a;");
    Finding written = finding("uses a password", "String a = \"" + secret + "\";");

    Review review = new Review(List.of(open, told, written), List.of(), 1, 9, List.of("java"));

    assertThat(review.findings().get(0)).isSameAs(open);
    assertThat(review.findings().get(1).message()).isEqualTo("found password=[redacted]");
    assertThat(review.findings().get(1).fix()).isEqualTo(open.fix());
    assertThat(review.findings().get(2).fix()).isEmpty();
  }

  private static Finding finding(String message, String replacement) {
    return new Finding(
        RULE,
        Category.SECURITY,
        Severity.HIGH,
        PATH,
        new SourceRange(1, 1, 1, 2),
        message,
        PRINT,
        Optional.of(new Fix(FixLevel.SAFE, "Change it", List.of(new TextEdit(0, 1, replacement)))));
  }
}
