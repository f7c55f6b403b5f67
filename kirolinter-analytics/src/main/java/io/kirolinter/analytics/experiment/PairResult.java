package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.PairOutcome;
import java.util.List;
import java.util.Optional;

/**
 * A pair that was run.
 *
 * @param a empty if there was no such run
 * @param b empty if there was no such run
 * @param problems why runs are missing
 */
public record PairResult(
    PlannedPair planned, Optional<Trial> a, Optional<Trial> b, List<String> problems) {

  public PairResult {
    requireNonNull(planned, "planned");
    requireNonNull(a, "a");
    requireNonNull(b, "b");
    problems = List.copyOf(problems);
  }

  public boolean isComplete() {
    return a.isPresent() && b.isPresent();
  }

  /** {@return the run on that side} */
  public Optional<Trial> trial(Arm arm) {
    return arm == Arm.A ? a : b;
  }

  boolean bothSucceeded() {
    return a.filter(Trial::hasSucceeded).isPresent() && b.filter(Trial::hasSucceeded).isPresent();
  }

  /** Which side removed more findings; a tie if a run is missing. */
  PairOutcome usefulWork() {
    return isComplete()
        ? PairOutcome.ofMore(trialOf(Arm.A).findingsRemoved(), trialOf(Arm.B).findingsRemoved())
        : PairOutcome.TIE;
  }

  PairOutcome success() {
    return isComplete()
        ? PairOutcome.ofMore(
            trialOf(Arm.A).hasSucceeded() ? 1 : 0, trialOf(Arm.B).hasSucceeded() ? 1 : 0)
        : PairOutcome.TIE;
  }

  /**
   * The logarithm of how many times longer one side took. Swapping the sides gives exactly the
   * negative, so that equal ratios are ties.
   */
  double logRatio(Arm over) {
    double nanos = trialOf(over).duration().toNanos();
    double others = trialOf(over.other()).duration().toNanos();
    return nanos >= others ? Math.log(nanos / others) : -Math.log(others / nanos);
  }

  private Trial trialOf(Arm arm) {
    return trial(arm).orElseThrow();
  }
}
