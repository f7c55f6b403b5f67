package io.kirolinter.cli.wiring;

import io.kirolinter.analytics.dashboard.DashboardData;
import io.kirolinter.analytics.dashboard.JobView;
import io.kirolinter.analytics.evolution.Evolution;
import io.kirolinter.analytics.evolution.EvolutionReport;
import io.kirolinter.analytics.experiment.ExperimentArchive;
import io.kirolinter.analytics.experiment.ExperimentReport;
import io.kirolinter.analytics.experiment.ExperimentResult;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState.Activity;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.calendar.PlannedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a dashboard shows. */
final class DashboardSource {

  private static final int MOST_EXPERIMENTS = 12;
  private static final int MOST_FIRINGS = 400;
  private static final Duration CALENDAR = Duration.ofDays(14);

  private DashboardSource() {}

  static DashboardData read(Stores stores, InsightRequest request, Insight insight, Instant now) {
    return new DashboardData(
        insight,
        experiments(stores, request.repository()),
        request.repository().map(id -> evolutions(stores, id, now)).orElse(List.of()),
        jobs(stores, request, now),
        now);
  }

  private static List<ExperimentResult> experiments(
      Stores stores, Optional<RepositoryId> repository) {
    ExperimentQuery newest = ExperimentQuery.newest(MOST_EXPERIMENTS);
    return new ExperimentArchive(stores.experiments())
        .reports(repository.map(newest::of).orElse(newest)).stream()
            .map(ExperimentReport::result)
            .toList();
  }

  /** Templates evolve for each repository on its own. */
  private static List<EvolutionReport> evolutions(
      Stores stores, RepositoryId repository, Instant now) {
    InstantSource clock = InstantSource.fixed(now);
    return Evolution.templates(stores.experiments(), repository).stream()
        .map(template -> Evolution.of(stores.experiments(), repository, template, clock))
        .flatMap(evolution -> evolution.lineage().stream())
        .map(EvolutionReport::of)
        .toList();
  }

  private static List<JobView> jobs(Stores stores, InsightRequest request, Instant now) {
    return stores.jobs().list().stream()
        .filter(job -> request.repository().map(job.repository()::equals).orElse(true))
        .map(job -> view(job, now.plus(CALENDAR)))
        .toList();
  }

  private static JobView view(Job job, Instant until) {
    return new JobView(job.id(), job.schedule().inWords(), firings(job, until));
  }

  private static List<Instant> firings(Job job, Instant until) {
    Optional<Instant> next = job.state().nextDue();
    if (next.isEmpty() || job.state().activity() == Activity.PAUSED) {
      return List.of();
    }
    PlannedTimes times = PlannedTimes.of(job.id(), job.schedule(), next.get());
    List<Instant> firings = new ArrayList<>();
    while (next.isPresent() && next.get().isBefore(until) && firings.size() < MOST_FIRINGS) {
      firings.add(times.startOf(next.get()));
      next = times.after(next.get());
    }
    return firings;
  }
}
