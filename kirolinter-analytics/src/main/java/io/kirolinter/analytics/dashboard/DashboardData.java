package io.kirolinter.analytics.dashboard;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.insight.Insight;
import java.time.Instant;
import java.util.List;

/**
 * All that a page shows.
 *
 * @param madeAt when it was read from the stores
 */
public record DashboardData(
    Insight insight, List<ExperimentView> experiments, List<JobView> jobs, Instant madeAt) {

  public DashboardData {
    requireNonNull(insight, "insight");
    requireNonNull(madeAt, "madeAt");
    experiments = List.copyOf(experiments);
    jobs = List.copyOf(jobs);
  }
}
