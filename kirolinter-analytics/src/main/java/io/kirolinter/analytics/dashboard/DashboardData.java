package io.kirolinter.analytics.dashboard;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.insight.Insight;
import java.time.Instant;
import java.util.List;

/**
 * All that a page shows.
 *
 * @param evolutions of the templates that evolve, the newest in front
 * @param madeAt when it was read from the stores
 */
public record DashboardData(
    Insight insight,
    List<ExperimentResult> experiments,
    List<EvolutionReport> evolutions,
    List<JobView> jobs,
    Instant madeAt) {

  public DashboardData {
    requireNonNull(insight, "insight");
    requireNonNull(madeAt, "madeAt");
    experiments = List.copyOf(experiments);
    evolutions = List.copyOf(evolutions);
    jobs = List.copyOf(jobs);
  }
}
