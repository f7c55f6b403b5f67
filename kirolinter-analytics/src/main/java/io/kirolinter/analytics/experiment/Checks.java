package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.SignTest;
import io.kirolinter.analytics.statistics.SignedRankTest;
import java.util.Collections;
import java.util.List;

/** Looks for signs that something but the templates made the difference. */
final class Checks {

  static final String MISSING_RUNS = "missing-runs";

  /** Below this, runs are missing on one side by more than chance. */
  private static final double UNBALANCED = 0.001;

  private static final double ORDER_MATTERS = 0.01;

  private final List<PairResult> pairs;

  Checks(List<PairResult> pairs) {
    this.pairs = pairs;
  }

  List<Check> all() {
    return List.of(missingRuns(), orderOfWork(), orderOfDuration());
  }

  /** Exact binomial on the missing counts. */
  private Check missingRuns() {
    double p = new SignTest(missing(Arm.A), missing(Arm.B)).pValue();
    return new Check(MISSING_RUNS, "are runs missing on one side only?", p, p >= UNBALANCED);
  }

  private Check orderOfWork() {
    List<PairOutcome> firsts = pairs.stream().map(Checks::workOfFirst).toList();
    int wins = Collections.frequency(firsts, PairOutcome.WIN);
    int losses = Collections.frequency(firsts, PairOutcome.LOSS);
    double p = new SignTest(wins, losses).pValue();
    return new Check(
        "order-of-work", "does the first run of a pair do more or less?", p, p >= ORDER_MATTERS);
  }

  private Check orderOfDuration() {
    double p =
        SignedRankTest.of(
                pairs.stream()
                    .filter(PairResult::bothSucceeded)
                    .map(pair -> pair.logRatio(pair.planned().first()))
                    .toList())
            .pValue();
    return new Check(
        "order-of-duration",
        "does the first run of a pair take longer or shorter?",
        p,
        p >= ORDER_MATTERS);
  }

  private static PairOutcome workOfFirst(PairResult pair) {
    PairOutcome forA = pair.usefulWork();
    return pair.planned().first() == Arm.A ? forA : forA.mirrored();
  }

  private int missing(Arm arm) {
    return (int) pairs.stream().filter(pair -> pair.trial(arm).isEmpty()).count();
  }
}
