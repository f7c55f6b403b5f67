package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * What all runs of one coordinator share.
 *
 * @param patience how long a run waits for another one, or for a time that a step names
 * @param takeovers how many processes may go on with a run, one after the other, without ending a
 *     step
 * @param timer renews leases
 * @param alarm keeps the time limits of steps
 * @param stepThreads run the steps that have a time limit
 */
record Surroundings(
    StepCatalog steps,
    Stores stores,
    InstantSource clock,
    RandomGenerator random,
    Pause pause,
    RunListener listener,
    Path folder,
    String owner,
    Duration leaseLength,
    Duration patience,
    int takeovers,
    ScheduledExecutorService timer,
    Alarm alarm,
    ExecutorService stepThreads) {

  RunJournal journal() {
    return stores.journal();
  }

  Instant now() {
    return clock.instant();
  }

  /** {@return the way of runs of this plan} */
  Route route(RunPlan plan) {
    return new Route(plan, steps, takeovers);
  }
}
