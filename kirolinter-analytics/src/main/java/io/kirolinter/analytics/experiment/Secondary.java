package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.Holm;
import io.kirolinter.analytics.statistics.Interval;
import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.SignTest;
import java.util.List;
import java.util.Optional;

/** What is compared besides useful work: success and duration, and the guardrails on them. */
final class Secondary {

  private final ExperimentDesign design;
  private final List<PairResult> pairs;
  private final Comparisons comparisons;

  Secondary(ExperimentDesign design, List<PairResult> pairs) {
    this.design = design;
    this.pairs = pairs;
    this.comparisons = Comparisons.of(design.stopping());
  }

  /** Adjusted by Holm; without p-values as long as the plan allows none. */
  List<Metric> metrics() {
    List<Metric> metrics = List.of(success(), duration());
    boolean tooEarly = comparisons == Comparisons.AT_PLANNED_END && pairs.size() < design.pairs();
    if (tooEarly || pairs.isEmpty()) {
      return metrics.stream().map(Metric::untested).toList();
    }
    List<Double> adjusted =
        Holm.adjust(metrics.stream().map(metric -> metric.pValue().orElse(1)).toList());
    return List.of(
        metrics.get(0).adjusted(adjusted.get(0)), metrics.get(1).adjusted(adjusted.get(1)));
  }

  private Metric success() {
    List<PairOutcome> outcomes = pairs.stream().map(PairResult::success).toList();
    SignTest counts = Comparisons.signTest(outcomes);
    Metric metric =
        Metric.described(
            "success",
            "share of A among pairs in which exactly one run succeeded",
            counts.decided(),
            comparisons.ofShares());
    if (counts.decided() == 0) {
      return metric.tested(1);
    }
    Interval interval =
        comparisons.shareInterval(counts.wins(), counts.decided(), 1 - design.alpha());
    return metric
        .estimated((double) counts.wins() / counts.decided(), Optional.of(interval))
        .tested(comparisons.sharesPValue(outcomes));
  }

  private Metric duration() {
    List<Double> logs = logRatios(Arm.A);
    Metric metric =
        Metric.described(
            "duration",
            "duration of A over that of B, where both succeeded",
            logs.size(),
            comparisons.ofRatios());
    return logs.isEmpty()
        ? metric.tested(1)
        : metric
            .estimated(
                Math.exp(comparisons.center(logs)),
                comparisons.centerInterval(logs, 1 - design.alpha()).map(Ratio::of))
            .tested(comparisons.ratiosPValue(logs));
  }

  /** What the winner costs. */
  List<Guardrail> guardrails(Arm winner) {
    return List.of(slowdown(winner), lostSuccesses(winner));
  }

  private Guardrail slowdown(Arm winner) {
    List<Double> logs = logRatios(winner);
    Optional<Interval> interval =
        logs.isEmpty()
            ? Optional.empty()
            : comparisons.centerInterval(logs, 1 - 2 * design.alpha()).map(Ratio::of);
    return Guardrail.of(
        "duration",
        "how many times as long as the other the winner takes",
        design.margins().slowdown(),
        interval);
  }

  private Guardrail lostSuccesses(Arm winner) {
    List<PairResult> complete = pairs.stream().filter(PairResult::isComplete).toList();
    PairOutcome lost = winner == Arm.A ? PairOutcome.LOSS : PairOutcome.WIN;
    int count = (int) complete.stream().filter(pair -> pair.success() == lost).count();
    Interval interval = comparisons.shareInterval(count, complete.size(), 1 - 2 * design.alpha());
    return Guardrail.of(
        "success",
        "share of pairs in which the winner fails and the other succeeds",
        design.margins().lostSuccesses(),
        Optional.of(interval));
  }

  private List<Double> logRatios(Arm over) {
    return pairs.stream()
        .filter(PairResult::bothSucceeded)
        .map(pair -> pair.logRatio(over))
        .toList();
  }
}
