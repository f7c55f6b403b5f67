package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.PairTest;
import java.util.List;

/** Whether an experiment that goes on has a winner already. */
final class Progress {

  private final PairTest test;
  private final boolean watched;

  Progress(ExperimentDesign design) {
    test = design.test();
    watched = design.stopping() != Stopping.AT_PLANNED_END;
  }

  boolean isDecided(List<PairResult> pairs) {
    return watched
        && test.winner(pairs.stream().map(PairResult::usefulWork).toList()) != PairOutcome.TIE;
  }
}
