package io.kirolinter.cli.command.daemon;

import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.DeclineOption;
import io.kirolinter.cli.wiring.InsightRequest;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.cli.wiring.WorkerPlaces;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for metrics that get worse when the run of a job has ended. */
record DeclineWatch(
    Environment environment,
    Wiring wiring,
    WorkerPlaces places,
    DeclineOption option,
    Consumer<String> lines) {

  /** How far back, as {@code agent analytics} does. */
  private static final Duration WINDOW = Duration.ofDays(30);

  /**
   * Starts the run that a decline asks for. What cannot be looked at is told, and spoils nothing.
   */
  Optional<RunHandle> look(Job job, Coordinator coordinator) {
    if (option.template().isEmpty()) {
      return Optional.empty();
    }
    try {
      Repository repository = places.open(job);
      InsightRequest request =
          new InsightRequest(Optional.of(repository.id()), job.location(), WINDOW);
      Insight insight = request.insight(wiring.stores(), environment.clock().instant());
      Optional<RunHandle> run = option.start(wiring, coordinator, repository, insight);
      run.ifPresent(started -> started.whenDone(() -> tell(started, insight)));
      return run;
    } catch (KiroLinterException e) {
      lines.accept("no run for what gets worse: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void tell(RunHandle run, Insight insight) {
    try {
      lines.accept(option.told(insight, wiring.run(run.id())));
    } catch (KiroLinterException e) {
      lines.accept("run %s has ended: %s".formatted(run.id(), e.getMessage()));
    }
  }
}
