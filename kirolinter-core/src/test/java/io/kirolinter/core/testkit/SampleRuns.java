package io.kirolinter.core.testkit;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs to put into a journal. */
public final class SampleRuns {

  /** The repository of every run that is not given another. */
  public static final RepositoryId REPOSITORY = new RepositoryId("github.com/acme/shop");

  private static final Instant START = Instant.parse("2026-11-22T18:15:30Z");

  private SampleRuns() {}

  /** {@return a queued run that changes files, the {@code number}th in the order of their start} */
  public static Run changing(int number) {
    return run(number, REPOSITORY, Effect.CHANGES);
  }

  /** {@return a queued run that only reads} */
  public static Run reading(int number) {
    return run(number, REPOSITORY, Effect.READS);
  }

  public static Run run(int number, RepositoryId repository, Effect effect) {
    RunPlan plan =
        new RunPlan(
            "quick_fix",
            1,
            List.of(step("analyze"), step("fix")),
            Scope.everything(),
            repository,
            "/home/ann/shop",
            Optional.empty(),
            RunMode.AUTONOMOUS,
            RunOptions.applyingTo(ApplyTarget.BRANCH),
            effect,
            START.plusSeconds(number));
    return new Run(RunId.of("20261122-181530-%06x".formatted(number)), plan, RunState.queued());
  }

  private static PlannedStep step(String name) {
    return new PlannedStep(name, Criticality.CRITICAL, RetryPolicy.standard());
  }
}
