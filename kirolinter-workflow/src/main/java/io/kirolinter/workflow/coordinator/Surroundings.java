package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * What all runs of one coordinator share.
 *
 * @param patience how long a run waits for another one, or for a time that a step names
 * @param timer renews leases
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
    ScheduledExecutorService timer) {

  RunJournal journal() {
    return stores.journal();
  }

  Instant now() {
    return clock.instant();
  }
}
