package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report of an evolution")
class EvolutionReportTest {

  private static final TemplateVersion BASE = version("analyze", "fix");
  private static final TemplateVersion OTHER = version("predict", "analyze", "fix");

  @Test
  void showsEachVersionWithItsRunsAndWhatTheyProve() {
    Lineage lineage = lineage(OTHER);
    for (int i = 0; i < 12; i++) {
      lineage = run(lineage, OTHER);
    }
    EvolutionReport report = EvolutionReport.of(lineage);

    assertThat(report.champion().version()).isEqualTo(BASE.name());
    assertThat(report.champion().steps()).containsExactly("analyze", "fix");
    assertThat(report.champion().useful().successes()).isZero();
    EvolutionReport.Challenger challenger = report.challengers().get(0);
    assertThat(challenger.version().useful().successes())
        .isEqualTo(challenger.version().useful().trials())
        .isEqualTo(12 - report.champion().useful().trials());
    assertThat(challenger.evidence())
        .isEqualTo(Math.exp(lineage.logEvidence(OTHER.name())), within(1e-12))
        .isGreaterThan(1);
    assertThat(challenger.share()).isBetween(0.0, 1.0);
    assertThat(challenger.nextChance()).isBetween(0.3, 0.7);
    assertThat(report.threshold()).hasValue(lineage.threshold());
    assertThat(report.runs()).isEqualTo(12);
    assertThat(report.guarantee()).contains("at most 5 %");
    assertThat(report.next()).anyMatch(next -> next.contains("--runs"));
  }

  @Test
  void tellsWhyTheChampionChanged() {
    Lineage lineage = lineage(OTHER);
    while (lineage.champion().equals(BASE.name())) {
      lineage = run(lineage, OTHER);
    }
    EvolutionReport report = EvolutionReport.of(lineage);

    EvolutionReport.Change change = report.history().get(1);
    assertThat(change.reason().label()).isEqualTo("promoted");
    assertThat(change.champion()).isEqualTo(OTHER.name());
    assertThat(change.evidence().orElseThrow())
        .isGreaterThanOrEqualTo(change.threshold().orElseThrow());
    assertThat(change.run()).contains(lineage.runs());
    assertThat(report.challengers()).singleElement().matches(EvolutionReport.Challenger::former);
  }

  @Test
  void hasNoThresholdWithoutChallengersAndIsPlainJson() {
    EvolutionReport report = EvolutionReport.of(lineage());

    assertThat(report.threshold()).isEmpty();
    assertThat(report.next()).anyMatch(next -> next.contains("--mine"));
    assertThat(Json.write(report)).contains("\"threshold\":null").doesNotContain("Infinity");
  }

  @Test
  void aVersionIsNamedByItsContent() {
    assertThat(version("analyze", "fix")).isEqualTo(BASE);
    assertThat(version("analyze", "fix").name()).isEqualTo(BASE.name());
    assertThat(OTHER.name()).isNotEqualTo(BASE.name());
    assertThat(Json.read(Json.write(OTHER), TemplateVersion.class)).isEqualTo(OTHER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TemplateVersion("t", List.of(), Scope.everything(), ""));
  }

  private static Lineage lineage(TemplateVersion... challengers) {
    LineagePlan plan = new LineagePlan("quick_fix", new Guarantee(0.05), 1, Instant.EPOCH);
    return Lineage.of(plan, BASE, List.of(challengers));
  }

  private static Lineage run(Lineage before, TemplateVersion useful) {
    Lineage next = before.withNextRun("commit", Instant.EPOCH);
    boolean was = next.pending().orElseThrow().version().equals(useful.name());
    return next.withOutcome(
        new Outcome(was, 0, was ? RunStatus.SUCCEEDED : RunStatus.FAILED), Instant.EPOCH);
  }

  private static TemplateVersion version(String... steps) {
    List<PlannedStep> planned =
        Stream.of(steps)
            .map(name -> new PlannedStep(name, Criticality.OPTIONAL, RetryPolicy.standard()))
            .toList();
    return new TemplateVersion("quick_fix", planned, Scope.everything(), TemplateVersion.BASE);
  }
}
