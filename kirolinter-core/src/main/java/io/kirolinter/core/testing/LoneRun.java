package io.kirolinter.core.testing;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.step.StepDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The run that a step believes to be part of: it has no other step.
 *
 * @param options those of the step
 */
record LoneRun(
    StepDescription step,
    Repository repository,
    Scope scope,
    RunOptions runOptions,
    Map<String, List<String>> options,
    Instant now) {

  /** The same for every attempt. */
  private static final RunId ID = RunId.of("20260101-000000-000001");

  RunId id() {
    return ID;
  }

  RunPlan plan() {
    PlannedStep planned =
        new PlannedStep(
            step.name(),
            step.criticality(),
            RetryPolicy.never(),
            Optional.empty(),
            List.of(),
            options);
    return new RunPlan(
        "step_test",
        1,
        List.of(planned),
        scope,
        repository.id(),
        repository.location().toString(),
        repository.head(),
        RunMode.AUTONOMOUS,
        runOptions,
        step.effect(),
        now);
  }
}
