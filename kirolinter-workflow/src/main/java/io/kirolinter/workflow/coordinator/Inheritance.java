package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.ForkPoint;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fork takes from its origin: how the steps before the fork ended, and what they produced.
 * Ended steps never change, so that it can be taken at any time, and bit by bit.
 */
final class Inheritance {

  /** How a step ended in the origin, as the fork keeps it, and its artifact if it has one. */
  record Taken(StepRecord record, Optional<StoredArtifact> artifact) {}

  private final RunPlan plan;
  private final RunJournal journal;
  private final Optional<Run> origin;

  private Inheritance(RunPlan plan, RunJournal journal, Optional<Run> origin) {
    this.plan = plan;
    this.journal = journal;
    this.origin = origin;
  }

  /** {@return what a run of this plan takes; nothing, if it is no fork} */
  static Inheritance of(RunPlan plan, RunJournal journal) {
    return new Inheritance(
        plan, journal, plan.forkedFrom().map(ForkPoint::run).flatMap(journal::find));
  }

  /** {@return why there is nothing to take, though there should be} */
  Optional<String> obstacle() {
    return plan.forkedFrom()
        .filter(fork -> origin.isEmpty())
        .map(fork -> "run '%s', from which it goes on, was deleted".formatted(fork.run()));
  }

  /** {@return what the state lacks, in the order of the plan} */
  List<Taken> missing(RunState state, Instant now) {
    if (origin.isEmpty()) {
      return List.of();
    }
    List<StoredArtifact> artifacts = journal.artifacts(origin.get().id());
    List<Taken> missing = new ArrayList<>();
    for (PlannedStep step : plan.steps()) {
      if (plan.isTaken(step.name()) && state.step(step.name()).isEmpty()) {
        missing.add(taken(step.name(), origin.get(), artifacts, now));
      }
    }
    return missing;
  }

  private static Taken taken(String step, Run origin, List<StoredArtifact> artifacts, Instant now) {
    StepRecord there = origin.state().step(step).orElseThrow();
    StepOutcome outcome = there.outcome().orElseThrow();
    StepRecord here =
        new StepRecord(
            step,
            Optional.of(outcome),
            0,
            now,
            Optional.of(now),
            summary(origin, there),
            there.error());
    return new Taken(here, artifacts.stream().filter(a -> a.step().equals(step)).findFirst());
  }

  /** Names the run that did the work, which may not be the next one. */
  private static String summary(Run origin, StepRecord there) {
    return origin.plan().isTaken(there.name())
        ? there.summary()
        : "Taken from run %s: %s".formatted(origin.id(), there.summary());
  }
}
