package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.workflow.coordinator.Attempt.Product;
import io.kirolinter.workflow.coordinator.StepRunner.Tried;
import java.time.Instant;
import java.util.Optional;

/**
 * What the attempts of a step mean for its record.
 *
 * @param begun the record before them
 */
record StepEnd(StepCatalog catalog, PlannedStep planned, StepRecord begun, Tried tried) {

  /** {@return the record with the attempts counted, of a step that may not be over} */
  StepRecord counted() {
    StepRecord counted = begun;
    for (int i = 0; i < tried.repetitions(); i++) {
      counted = counted.triedAgain(tried.error());
    }
    return counted;
  }

  /** {@return what the step hands on} */
  Optional<Product> product() {
    return tried.last().product();
  }

  /** {@return the record of the step, which is over} */
  StepRecord record(Instant now) {
    if (tried.last() instanceof Attempt.Succeeded done) {
      return ended(StepOutcome.SUCCEEDED, now, done.summary());
    }
    if (tried.last() instanceof Attempt.Idle idle) {
      return ended(StepOutcome.NOTHING_TO_DO, now, idle.summary());
    }
    if (tried.last() instanceof Attempt.Unfinished part) {
      return counted().ended(StepOutcome.FAILED, now, part.summary(), Optional.of(part.error()));
    }
    String error = tried.error().orElse("");
    if (planned.criticality() == Criticality.CRITICAL) {
      return ended(StepOutcome.FAILED, now, "Failed: " + error);
    }
    // Going on without a look is a recovery; going on without a change that was wanted is not.
    return catalog.changesFiles(planned)
        ? ended(StepOutcome.FAILED, now, "Failed; what came before it stays: " + error)
        : ended(StepOutcome.RECOVERED, now, "Went on without it: " + error);
  }

  private StepRecord ended(StepOutcome how, Instant now, String what) {
    return counted().ended(how, now, what, tried.error());
  }
}
