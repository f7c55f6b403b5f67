package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a run that rests go on in another mode.
 *
 * @param person who wants it so
 */
record ModeChange(Surroundings around, RunMode to, String person) {

  private static final Set<RunStatus> RESTING = Set.of(RunStatus.WAITING, RunStatus.QUEUED);

  /**
   * Writes the change, under a lease of its own, and puts a run into the queue that goes on in the
   * background. If the process dies between the two, the run is one that was left, and is found.
   *
   * @return the run as it is now
   */
  Run of(Run run) {
    if (run.mode() == to && to != RunMode.BACKGROUND) {
      return run;
    }
    requireResting(run);
    RunPlanner.requireBackgroundTarget(to, run.plan().options(), run.plan().template());
    Lease lease = claimed(run.id());
    Run changed;
    try {
      changed = written(lease);
    } finally {
      around.journal().release(lease);
    }
    if (to == RunMode.BACKGROUND) {
      around.stores().queue().offer(run.id(), run.plan().repository());
    }
    return changed;
  }

  private Run written(Lease lease) {
    Run run = around.journal().find(lease.run()).orElseThrow();
    requireResting(run);
    if (run.mode() == to) {
      return run;
    }
    RunState changed =
        run.state()
            .withStatus(to == RunMode.INTERACTIVE ? RunStatus.WAITING : RunStatus.QUEUED)
            .withDialogue(run.state().dialogue().switched(run.mode(), to, around.now(), person));
    around.journal().checkpoint(lease, changed, Optional.empty());
    return run.withState(changed);
  }

  private Lease claimed(RunId id) {
    Claim claim = around.journal().claim(id, around.owner(), around.leaseLength());
    if (claim instanceof Claim.Busy busy) {
      String holder =
          busy.holder().equals(id)
              ? "%s works on it".formatted(busy.owner())
              : "run '%s' of %s works on the repository".formatted(busy.holder(), busy.owner());
      throw refused(id, holder, "a run that nobody works on", "Try again when that is over.");
    }
    return claim.granted().orElseThrow(() -> refused(id, RunStatus.SUCCEEDED));
  }

  private static void requireResting(Run run) {
    if (!RESTING.contains(run.state().status())) {
      throw refused(run.id(), run.state().status());
    }
  }

  private static InvalidRequestException refused(RunId id, RunStatus status) {
    return refused(
        id,
        status.isFinal() ? "it is over" : "it is " + status.label(),
        "a run that waits or is queued",
        status.isFinal() ? "Start a new one." : "Wait until it rests, or cancel it.");
  }

  private static InvalidRequestException refused(
      RunId id, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("switch the mode of", "run", id.value())
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }
}
