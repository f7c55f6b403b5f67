package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.Interval;
import io.kirolinter.analytics.statistics.MedianSequence;
import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.analytics.statistics.ShareSequence;
import io.kirolinter.analytics.statistics.SignEProcess;
import io.kirolinter.analytics.statistics.SignEProcess.Mixture;
import io.kirolinter.analytics.statistics.SignTest;
import io.kirolinter.analytics.statistics.SignedRankTest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The methods for all that is compared besides useful work, by the rule of stopping: what is only
 * looked at after all pairs can be judged more sharply than what may stop at any moment.
 */
enum Comparisons {
  /** Exact tests of a planned number of pairs. */
  AT_PLANNED_END {
    @Override
    String ofShares() {
      return "exact sign test (McNemar)";
    }

    @Override
    double sharesPValue(List<PairOutcome> outcomes) {
      return signTest(outcomes).pValue();
    }

    @Override
    Interval shareInterval(int successes, int trials, double level) {
      return Proportion.clopperPearson(successes, trials, level).interval();
    }

    @Override
    String ofRatios() {
      return "exact Wilcoxon signed-rank on log ratios";
    }

    @Override
    double ratiosPValue(List<Double> logs) {
      return SignedRankTest.of(logs).pValue();
    }

    @Override
    double center(List<Double> logs) {
      return SignedRankTest.of(logs).center();
    }

    @Override
    Optional<Interval> centerInterval(List<Double> logs, double level) {
      return SignedRankTest.of(logs).interval(level);
    }
  },
  /** Methods that hold at every moment. */
  AT_ANY_TIME {
    private static final int TIGHTEST_AT = 30;

    @Override
    String ofShares() {
      return "two-sided e-process of signs";
    }

    @Override
    double sharesPValue(List<PairOutcome> outcomes) {
      return SignEProcess.of(Mixture.EITHER, outcomes).pValue();
    }

    @Override
    Interval shareInterval(int successes, int trials, double level) {
      return ShareSequence.interval(successes, trials, level, TIGHTEST_AT);
    }

    @Override
    String ofRatios() {
      return "two-sided e-process on the signs of log ratios";
    }

    @Override
    double ratiosPValue(List<Double> logs) {
      return MedianSequence.of(logs).pValue();
    }

    @Override
    double center(List<Double> logs) {
      return MedianSequence.of(logs).median();
    }

    @Override
    Optional<Interval> centerInterval(List<Double> logs, double level) {
      return Optional.of(MedianSequence.of(logs).interval(level))
          .filter(interval -> Double.isFinite(interval.low()));
    }
  };

  static Comparisons of(Stopping stopping) {
    return stopping == Stopping.AT_PLANNED_END ? AT_PLANNED_END : AT_ANY_TIME;
  }

  abstract String ofShares();

  abstract double sharesPValue(List<PairOutcome> outcomes);

  abstract Interval shareInterval(int successes, int trials, double level);

  abstract String ofRatios();

  abstract double ratiosPValue(List<Double> logs);

  abstract double center(List<Double> logs);

  /** Empty if there are too few for the level. */
  abstract Optional<Interval> centerInterval(List<Double> logs, double level);

  static SignTest signTest(List<PairOutcome> outcomes) {
    return new SignTest(
        Collections.frequency(outcomes, PairOutcome.WIN),
        Collections.frequency(outcomes, PairOutcome.LOSS));
  }
}
