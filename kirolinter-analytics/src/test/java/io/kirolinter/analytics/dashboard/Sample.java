package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.evolution.Guarantee;
import io.kirolinter.analytics.evolution.Lineage;
import io.kirolinter.analytics.evolution.LineagePlan;
import io.kirolinter.analytics.evolution.Outcome;
import io.kirolinter.analytics.evolution.TemplateVersion;
import io.kirolinter.analytics.experiment.Experiment;
import io.kirolinter.analytics.experiment.ExperimentDesign;
import io.kirolinter.analytics.experiment.ExperimentPlan;
import io.kirolinter.analytics.experiment.ExperimentReport;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.analytics.experiment.Place;
import io.kirolinter.analytics.experiment.PlannedPair;
import io.kirolinter.analytics.experiment.Stopping;
import io.kirolinter.analytics.experiment.Trial;
import io.kirolinter.analytics.insight.Insights;
import io.kirolinter.analytics.testkit.SampleHistory;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a dashboard shows of the sample history. */
final class Sample {

  static final Instant NOW = SampleHistory.FIRST.plus(Duration.ofDays(30));

  private static final String QUICK = "quick_fix";
  private static final String HOSTILE = SampleHistory.HOSTILE;

  private Sample() {}

  static DashboardData of(Stores stores) {
    return new DashboardData(
        Insights.of(
            stores,
            SampleHistory.REPOSITORY,
            ".",
            new Window(SampleHistory.FIRST, NOW.plusSeconds(1))),
        List.of(experiment(5).result(), experiment(30).result()),
        List.of(evolution()),
        List.of(
            new JobView(
                SampleHistory.HOSTILE,
                "every 24 h",
                List.of(NOW.plusSeconds(60), NOW.plus(Duration.ofDays(2))))),
        NOW);
  }

  static DashboardData nothing(Stores stores) {
    return new DashboardData(
        Insights.of(stores, SampleHistory.REPOSITORY, ".", Window.last(Duration.ofDays(1), NOW)),
        List.of(),
        List.of(),
        List.of(),
        NOW);
  }

  /** The second template does more, and takes half the time of the first. */
  static ExperimentReport experiment(int pairs) {
    ExperimentPlan plan =
        ExperimentPlan.draw(
            ExperimentDesign.comparing(QUICK, HOSTILE, Set.of(QUICK, HOSTILE))
                .withPairs(pairs)
                .withStopping(Stopping.AT_PLANNED_END)
                .withSeed(pairs),
            NOW);
    List<PairResult> ended = plan.order().stream().map(Sample::pair).toList();
    return new ExperimentReport(
        plan.experimentId(),
        SampleHistory.REPOSITORY,
        ExperimentStatus.ENDED,
        NOW,
        Optional.of(NOW),
        List.of(
            new Place("/home/ann/shop", CommitId.of("0123456789abcdef".repeat(2) + "01234567"))),
        ended,
        Experiment.of(plan).analyse(ended));
  }

  private static PairResult pair(PlannedPair planned) {
    int number = planned.number();
    Trial slow = Trial.succeeded(number % 3, Duration.ofMillis(2_000 + 7 * number));
    Trial quick = Trial.succeeded(number % 3 + number % 2, Duration.ofMillis(1_000 + number));
    return new PairResult(
        planned,
        Optional.of(slow),
        Optional.of(quick),
        number == 2 ? List.of(SampleHistory.HOSTILE) : List.of());
  }

  private static EvolutionReport evolution() {
    TemplateVersion base = version(TemplateVersion.BASE, "analyze", "fix");
    TemplateVersion other = version(SampleHistory.HOSTILE, "predict", "analyze", "fix");
    LineagePlan plan = new LineagePlan(QUICK, new Guarantee(0.05), 7, NOW);
    Lineage lineage = Lineage.of(plan, base, List.of(other));
    for (int i = 0; i < 12; i++) {
      lineage = lineage.withNextRun("commit " + i, NOW);
      boolean useful = lineage.pending().orElseThrow().version().equals(other.name());
      lineage = lineage.withOutcome(new Outcome(useful, 0, RunStatus.SUCCEEDED), NOW);
    }
    return EvolutionReport.of(lineage);
  }

  private static TemplateVersion version(String origin, String... steps) {
    return new TemplateVersion(
        QUICK,
        Stream.of(steps)
            .map(step -> new PlannedStep(step, Criticality.OPTIONAL, RetryPolicy.standard()))
            .toList(),
        Scope.everything(),
        origin);
  }
}
