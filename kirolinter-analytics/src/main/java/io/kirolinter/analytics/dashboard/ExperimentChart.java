package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.experiment.Arm;
import io.kirolinter.analytics.experiment.ExperimentReport;
import io.kirolinter.analytics.experiment.PairResult;
import io.kirolinter.analytics.experiment.Trial;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The figures behind the charts of an experiment.
 *
 * @param low of the interval of the typical ratio
 * @param high as {@code low}
 */
record ExperimentChart(List<Pair> pairs, OptionalDouble low, OptionalDouble high) {

  /** A pair of which both runs are there. */
  record Pair(int number, int a, int b, double ratio) {}

  static ExperimentChart of(ExperimentReport report) {
    var time = report.result().metric("duration");
    return new ExperimentChart(
        report.pairs().stream().filter(PairResult::isComplete).map(ExperimentChart::pair).toList(),
        time.low(),
        time.high());
  }

  private static Pair pair(PairResult pair) {
    Trial a = pair.trial(Arm.A).orElseThrow();
    Trial b = pair.trial(Arm.B).orElseThrow();
    return new Pair(
        pair.planned().number(),
        a.findingsRemoved(),
        b.findingsRemoved(),
        (double) a.duration().toNanos() / b.duration().toNanos());
  }
}
