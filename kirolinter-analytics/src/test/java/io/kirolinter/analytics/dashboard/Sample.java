package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.insight.Insights;
import io.kirolinter.analytics.testkit.SampleHistory;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** What a dashboard shows of the sample history. */
final class Sample {

  static final Instant NOW = SampleHistory.FIRST.plus(Duration.ofDays(30));

  private Sample() {}

  static DashboardData of(Stores stores) {
    return new DashboardData(
        Insights.of(
            stores,
            SampleHistory.REPOSITORY,
            ".",
            new Window(SampleHistory.FIRST, NOW.plusSeconds(1))),
        List.of(experiment("ab-1", "inconclusive", 0.1), experiment("ab-2", "b", 1.5)),
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
        NOW);
  }

  private static ExperimentView experiment(String id, String verdict, double estimate) {
    return new ExperimentView(
        id,
        "a: quick_fix, b: " + SampleHistory.HOSTILE,
        "30 of 30 pairs",
        verdict,
        "more findings removed by b",
        OptionalDouble.of(estimate),
        OptionalDouble.of(estimate - 1),
        OptionalDouble.of(estimate + 1));
  }
}
