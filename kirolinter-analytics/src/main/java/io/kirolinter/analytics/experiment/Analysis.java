package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.PairTest;
import io.kirolinter.analytics.statistics.SignTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The pairs of an experiment so far, judged. */
final class Analysis {

  private final ExperimentPlan plan;
  private final ExperimentDesign design;
  private final List<PairResult> pairs;
  private final List<PairOutcome> work;
  private final PairTest test;
  private final PairTest.Reading reading;
  private final List<Check> checks;

  private Analysis(ExperimentPlan plan, List<PairResult> pairs) {
    this.plan = plan;
    this.design = plan.design();
    this.pairs = List.copyOf(pairs);
    this.work = pairs.stream().map(PairResult::usefulWork).toList();
    this.test = design.test();
    this.reading = test.read(work);
    this.checks = new Checks(pairs).all();
  }

  static Analysis of(ExperimentPlan plan, List<PairResult> pairs) {
    return new Analysis(plan, pairs);
  }

  ExperimentResult result() {
    Secondary secondary = new Secondary(design, pairs);
    List<Metric> metrics = new ArrayList<>(List.of(usefulWork()));
    metrics.addAll(secondary.metrics());
    Verdict verdict = isFair() ? Verdict.of(reading.winner()) : Verdict.INCONCLUSIVE;
    return new ExperimentResult(
        plan.experimentId(),
        design.templateA(),
        design.templateB(),
        pairs.size(),
        design.pairs(),
        design.stopping(),
        design.blocks(),
        design.seed(),
        verdict,
        design.alpha(),
        ArmSummary.of(design.templateA(), Arm.A, pairs),
        ArmSummary.of(design.templateB(), Arm.B, pairs),
        metrics,
        verdict.arm().map(secondary::guardrails).orElse(List.of()),
        checks,
        Power.of(design, decidedShare()),
        stillNeeded(verdict),
        warnings(verdict));
  }

  private Metric usefulWork() {
    Metric metric =
        Metric.described(
            "useful-work",
            "share of decided pairs in which A removed more findings",
            decided(),
            test.description());
    Metric estimated =
        decided() == 0
            ? metric
            : metric.estimated(reading.share().share(), Optional.of(reading.share().interval()));
    return reading.isFinal() && !pairs.isEmpty() ? estimated.tested(reading.pValue()) : estimated;
  }

  private OptionalInt stillNeeded(Verdict verdict) {
    if (verdict != Verdict.INCONCLUSIVE) {
      return OptionalInt.of(0);
    }
    if (!reading.isFinal()) {
      return OptionalInt.of(design.pairs() - pairs.size());
    }
    double share = reading.share().share();
    OptionalInt all =
        decided() == 0
            ? OptionalInt.empty()
            : Power.pairsFor(design, decidedShare(), Math.max(share, 1 - share));
    return all.isEmpty() ? all : OptionalInt.of(Math.max(1, all.getAsInt() - pairs.size()));
  }

  private List<String> warnings(Verdict verdict) {
    List<String> warnings = new ArrayList<>();
    if (!plan.canNameAWinner()) {
      warnings.addAll(plan.warnings());
    }
    Stream.of(unfair(), missing(), unfinished(), fewDecided(verdict), orderEffect())
        .flatMap(Optional::stream)
        .forEach(warnings::add);
    return warnings;
  }

  private Optional<String> unfair() {
    return when(
        !isFair(),
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
        !reading.isFinal(),
        "ended after %d of %d planned pairs".formatted(pairs.size(), design.pairs()));
  }

  private Optional<String> fewDecided(Verdict verdict) {
    return when(
        verdict == Verdict.INCONCLUSIVE
            && pairs.size() == design.pairs()
            && plan.canNameAWinner()
            && SignTest.smallestPValue(decided()) > design.alpha(),
        "only %d of %d pairs are decided; in the others both templates removed equally many"
            .formatted(decided(), pairs.size()));
  }

  private Optional<String> orderEffect() {
    return when(
        checks.stream().anyMatch(check -> check.name().startsWith("order") && !check.passed()),
        "the run that comes first does differently: the places are not equally warm");
  }

  private boolean isFair() {
    return checks.stream()
        .filter(check -> check.name().equals(Checks.MISSING_RUNS))
        .allMatch(Check::passed);
  }

  private double decidedShare() {
    return pairs.isEmpty() ? 1 : (double) decided() / pairs.size();
  }

  private int decided() {
    return (int) work.stream().filter(outcome -> outcome != PairOutcome.TIE).count();
  }

  private static Optional<String> when(boolean holds, String warning) {
    return holds ? Optional.of(warning) : Optional.empty();
  }
}
