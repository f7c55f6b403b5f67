package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.Holm;
import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.PairTest;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.analytics.statistics.SequentialSignTest;
import io.kirolinter.analytics.statistics.SignTest;
import io.kirolinter.analytics.statistics.SignedRankTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The pairs of an experiment so far, judged. */
final class Analysis {

  /** Below this, runs are missing on one side by more than chance. */
  private static final double UNBALANCED = 0.001;

  private static final double ORDER_MATTERS = 0.01;
  private static final int MOST_PAIRS = 1_000;

  private final ExperimentPlan plan;
  private final ExperimentDesign design;
  private final List<PairResult> pairs;
  private final List<PairOutcome> work;
  private final Optional<PairTest.Reading> reading;

  private Analysis(ExperimentPlan plan, List<PairResult> pairs) {
    this.plan = plan;
    this.design = plan.design();
    this.pairs = List.copyOf(pairs);
    this.work = pairs.stream().map(PairResult::usefulWork).toList();
    this.reading = reading(design, work);
  }

  static Analysis of(ExperimentPlan plan, List<PairResult> pairs) {
    return new Analysis(plan, pairs);
  }

  boolean stopsEarly() {
    return reading.filter(read -> read.winner() != PairOutcome.TIE).isPresent();
  }

  ExperimentResult result() {
    Metric primary = usefulWork();
    List<Metric> metrics = new ArrayList<>(List.of(primary));
    metrics.addAll(secondary());
    Verdict verdict = verdict(primary);
    return new ExperimentResult(
        plan.experimentId(),
        design.templateA(),
        design.templateB(),
        pairs.size(),
        design.pairs(),
        design.stopping(),
        design.seed(),
        verdict,
        design.alpha(),
        ArmSummary.of(design.templateA(), Arm.A, pairs),
        ArmSummary.of(design.templateB(), Arm.B, pairs),
        metrics,
        Power.of(design, expectedDecided()),
        stillNeeded(verdict),
        warnings(verdict));
  }

  private Verdict verdict(Metric primary) {
    double p = primary.pValue().orElse(1);
    if (p > design.alpha() || missingUnevenly()) {
      return Verdict.INCONCLUSIVE;
    }
    return Verdict.of(
        PairOutcome.ofMore(count(work, PairOutcome.WIN), count(work, PairOutcome.LOSS)));
  }

  private Metric usefulWork() {
    String test = sequential() ? "exact sign test, alpha-spending" : "exact sign test";
    Metric metric =
        Metric.described(
            "useful-work",
            "share of decided pairs in which A removed more findings",
            decided(work),
            test);
    if (decided(work) == 0) {
      return over() ? metric.tested(1) : metric;
    }
    return reading.map(read -> bySequential(metric, read)).orElseGet(() -> byPlannedEnd(metric));
  }

  private Metric bySequential(Metric metric, PairTest.Reading reading) {
    Metric estimated =
        metric.estimated(reading.share().share(), Optional.of(reading.share().interval()));
    return over() ? estimated.tested(reading.pValue()) : estimated;
  }

  private Metric byPlannedEnd(Metric metric) {
    SignTest test = signTest(work);
    Proportion share = test.share(1 - design.alpha());
    Metric estimated = metric.estimated(share.share(), Optional.of(share.interval()));
    return over() ? estimated.tested(test.pValue()) : estimated;
  }

  private List<Metric> secondary() {
    List<Metric> metrics = List.of(success(), duration());
    if (sequential() || !over()) {
      return metrics.stream().map(Metric::untested).toList();
    }
    List<Double> adjusted =
        Holm.adjust(metrics.stream().map(metric -> metric.pValue().orElse(1)).toList());
    return List.of(
        metrics.get(0).adjusted(adjusted.get(0)), metrics.get(1).adjusted(adjusted.get(1)));
  }

  private Metric success() {
    SignTest test = signTest(pairs.stream().map(PairResult::success).toList());
    Metric metric =
        Metric.described(
            "success",
            "share of A among pairs in which exactly one run succeeded",
            test.decided(),
            "exact sign test (McNemar)");
    Proportion share = test.share(1 - design.alpha());
    return test.decided() == 0
        ? metric.tested(1)
        : metric.estimated(share.share(), Optional.of(share.interval())).tested(test.pValue());
  }

  private Metric duration() {
    List<PairResult> comparable = comparable();
    Metric metric =
        Metric.described(
            "duration",
            "duration of A over that of B, where both succeeded",
            comparable.size(),
            "exact Wilcoxon signed-rank on log ratios");
    if (comparable.isEmpty()) {
      return metric.tested(1);
    }
    SignedRankTest test =
        SignedRankTest.of(comparable.stream().map(pair -> pair.logRatio(Arm.A)).toList());
    return metric
        .estimated(Math.exp(test.center()), test.interval(1 - design.alpha()).map(Ratio::of))
        .tested(test.pValue());
  }

  private OptionalInt stillNeeded(Verdict verdict) {
    if (verdict != Verdict.INCONCLUSIVE) {
      return OptionalInt.of(0);
    }
    if (!over()) {
      return OptionalInt.of(design.pairs() - pairs.size());
    }
    if (decided(work) == 0) {
      return OptionalInt.empty();
    }
    double share = signTest(work).share(1 - design.alpha()).share();
    OptionalInt all =
        SignTest.pairsForPower(
            Power.USUAL_TARGET,
            (double) decided(work) / pairs.size(),
            Math.max(share, 1 - share),
            design.alpha(),
            MOST_PAIRS);
    return all.isEmpty() ? all : OptionalInt.of(Math.max(1, all.getAsInt() - pairs.size()));
  }

  private List<String> warnings(Verdict verdict) {
    List<String> warnings = new ArrayList<>(plan.warnings());
    Stream.of(uneven(), missing(), unfinished(), fewDecided(verdict), stoppedEarly(), orderEffect())
        .flatMap(Optional::stream)
        .forEach(warnings::add);
    return warnings;
  }

  private Optional<String> uneven() {
    return when(
        missingUnevenly(),
        "runs are missing on one side by more than chance: no verdict; find out why they failed");
  }

  private Optional<String> missing() {
    long incomplete = pairs.stream().filter(pair -> !pair.isComplete()).count();
    return when(
        incomplete > 0,
        "%d of %d pairs lack a run and count as ties".formatted(incomplete, pairs.size()));
  }

  private Optional<String> unfinished() {
    return when(
        !over(), "ended after %d of %d planned pairs".formatted(pairs.size(), design.pairs()));
  }

  private Optional<String> fewDecided(Verdict verdict) {
    return when(
        verdict == Verdict.INCONCLUSIVE
            && over()
            && plan.canNameAWinner()
            && SignTest.smallestPValue(decided(work)) > design.alpha(),
        "only %d of %d pairs are decided; in the others both templates removed equally many"
            .formatted(decided(work), pairs.size()));
  }

  private Optional<String> stoppedEarly() {
    return when(
        sequential(),
        "success and duration are described, not tested: the experiment could stop early");
  }

  private Optional<String> orderEffect() {
    SignedRankTest test =
        SignedRankTest.of(
            comparable().stream().map(pair -> pair.logRatio(pair.planned().first())).toList());
    return when(
        test.pValue() < ORDER_MATTERS,
        "the run that comes first takes a different time: the places are not equally warm");
  }

  private boolean sequential() {
    return reading.isPresent();
  }

  /** Whether the plan allows a verdict now. */
  private boolean over() {
    return pairs.size() == design.pairs() || stopsEarly();
  }

  private static Optional<PairTest.Reading> reading(
      ExperimentDesign design, List<PairOutcome> work) {
    return design.stopping() == Stopping.WHEN_DECIDED
        ? Optional.of(new SequentialSignTest(design.pairs(), design.alpha()).read(work))
        : Optional.empty();
  }

  private int expectedDecided() {
    return pairs.isEmpty()
        ? design.pairs()
        : Math.round((float) design.pairs() * decided(work) / pairs.size());
  }

  private boolean missingUnevenly() {
    return new SignTest(missing(Arm.A), missing(Arm.B)).pValue() < UNBALANCED;
  }

  private int missing(Arm arm) {
    return (int) pairs.stream().filter(pair -> pair.trial(arm).isEmpty()).count();
  }

  private List<PairResult> comparable() {
    return pairs.stream().filter(PairResult::bothSucceeded).toList();
  }

  private static SignTest signTest(List<PairOutcome> outcomes) {
    return new SignTest(count(outcomes, PairOutcome.WIN), count(outcomes, PairOutcome.LOSS));
  }

  private static int decided(List<PairOutcome> outcomes) {
    return outcomes.size() - count(outcomes, PairOutcome.TIE);
  }

  private static int count(List<PairOutcome> outcomes, PairOutcome wanted) {
    return Collections.frequency(outcomes, wanted);
  }

  private static Optional<String> when(boolean holds, String warning) {
    return holds ? Optional.of(warning) : Optional.empty();
  }
}
