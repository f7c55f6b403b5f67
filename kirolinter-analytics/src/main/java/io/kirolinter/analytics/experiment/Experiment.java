package io.kirolinter.analytics.experiment;

import io.kirolinter.core.error.WorkFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A paired, randomised comparison of two templates.
 *
 * <p>Each pair runs both templates on the same snapshot, in an order drawn beforehand, so that easy
 * and hard code, drift and warm caches weigh on both sides alike. The primary metric is useful
 * work: in which pairs did which template remove more findings? It is judged by the {@link
 * ExperimentDesign#test test of the design}. Success and duration are secondary, adjusted by {@link
 * io.kirolinter.analytics.statistics.Holm Holm}, and never make a winner; {@link Guardrail
 * guardrails} say what the winner costs, and {@link Check checks} whether it was a fair comparison.
 *
 * <p>If the templates are equal, a winner is named with a chance of at most alpha. Runs one trial
 * at a time; safe for use by many threads if the runner is.
 */
public final class Experiment {

  private final ExperimentPlan plan;

  private Experiment(ExperimentPlan plan) {
    this.plan = plan;
  }

  public static Experiment of(ExperimentPlan plan) {
    return new Experiment(plan);
  }

  /**
   * Runs the planned pairs.
   *
   * @param journal gets each pair once it has ended, before the next begins; with what it kept, an
   *     experiment that was cut off can {@link #resume go on}
   */
  public ExperimentResult run(TrialRunner runner, Consumer<PairResult> journal)
      throws InterruptedException {
    return resume(List.of(), runner, journal, plan.order().size());
  }

  /**
   * Goes on after the pairs that have ended.
   *
   * @throws IllegalArgumentException if these are not the first ones of the plan
   */
  public ExperimentResult resume(
      List<PairResult> ended, TrialRunner runner, Consumer<PairResult> journal)
      throws InterruptedException {
    return resume(ended, runner, journal, plan.order().size());
  }

  /**
   * Goes on after the pairs that have ended, for a time.
   *
   * @param most how many pairs there may be then in all; whoever stops before the planned end gets
   *     a result that says so
   * @throws IllegalArgumentException if these are not the first ones of the plan
   */
  public ExperimentResult resume(
      List<PairResult> ended, TrialRunner runner, Consumer<PairResult> journal, int most)
      throws InterruptedException {
    requirePlanned(ended);
    int end = Math.min(most, plan.order().size());
    Progress progress = new Progress(plan.design());
    List<PairResult> pairs = new ArrayList<>(ended);
    while (pairs.size() < end && !progress.isDecided(pairs)) {
      PairResult pair = run(plan.order().get(pairs.size()), runner);
      journal.accept(pair);
      pairs.add(pair);
    }
    return analyse(pairs);
  }

  /**
   * {@return what the pairs so far say; inconclusive as long as the plan allows no winner}
   *
   * @throws IllegalArgumentException if these are not the first ones of the plan
   */
  public ExperimentResult analyse(List<PairResult> ended) {
    requirePlanned(ended);
    return Analysis.of(plan, ended).result();
  }

  private PairResult run(PlannedPair pair, TrialRunner runner) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    Optional<Trial> first = attempt(pair, pair.first(), runner, problems);
    Optional<Trial> second = attempt(pair, pair.first().other(), runner, problems);
    return pair.first() == Arm.A
        ? new PairResult(pair, first, second, problems)
        : new PairResult(pair, second, first, problems);
  }

  /** A run that never came about is missing data, not a failure of its template. */
  private Optional<Trial> attempt(
      PlannedPair pair, Arm arm, TrialRunner runner, List<String> problems)
      throws InterruptedException {
    String template = plan.design().template(arm);
    try {
      return Optional.of(
          runner.run(
              new TrialRequest(plan.experimentId(), pair.number(), pair.block(), arm, template)));
    } catch (WorkFailedException e) {
      problems.add("%s: %s".formatted(template, e.getMessage()));
      return Optional.empty();
    }
  }

  private void requirePlanned(List<PairResult> ended) {
    List<PlannedPair> pairs = ended.stream().map(PairResult::planned).toList();
    if (pairs.size() > plan.order().size()
        || !pairs.equals(plan.order().subList(0, pairs.size()))) {
      throw new IllegalArgumentException("these are not the first pairs of " + plan.experimentId());
    }
  }
}
