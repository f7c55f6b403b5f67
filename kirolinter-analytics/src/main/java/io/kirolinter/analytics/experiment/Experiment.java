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
 * work: in which pairs did which template remove more findings? It is judged by an exact {@link
 * io.kirolinter.analytics.statistics.SignTest sign test}, or by its {@link
 * io.kirolinter.analytics.statistics.SequentialSignTest sequential form} where the experiment stops
 * early. Success (sign test) and duration ({@link io.kirolinter.analytics.statistics.SignedRankTest
 * signed ranks} of log ratios, over pairs in which both succeeded) are secondary, adjusted by
 * {@link io.kirolinter.analytics.statistics.Holm Holm}, and never make a winner.
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
    return resume(List.of(), runner, journal);
  }

  /**
   * Goes on after the pairs that have ended.
   *
   * @throws IllegalArgumentException if these are not the first ones of the plan
   */
  public ExperimentResult resume(
      List<PairResult> ended, TrialRunner runner, Consumer<PairResult> journal)
      throws InterruptedException {
    requirePlanned(ended);
    List<PairResult> pairs = new ArrayList<>(ended);
    while (pairs.size() < plan.order().size() && !Analysis.of(plan, pairs).stopsEarly()) {
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
          runner.run(new TrialRequest(plan.experimentId(), pair.number(), arm, template)));
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
