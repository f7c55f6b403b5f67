package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.PairTest;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import java.util.Collection;

/**
 * What is to be compared, and how. The same template on both sides is allowed: it shows what chance
 * alone does.
 *
 * @param pairs how many pairs are planned, 1 to 1,000; fewer than 6 never name a winner at 0.05
 * @param alpha the highest chance of a winner where there is none, over 0 and up to 0.5
 * @param seed from which the order inside each pair is drawn
 */
public record ExperimentDesign(
    String templateA,
    String templateB,
    int pairs,
    double alpha,
    long seed,
    Stopping stopping,
    Blocks blocks,
    Margins margins) {

  /** As many pairs as an experiment without a planned end can have. */
  public static final int MOST_PAIRS = 1_000;

  private static final int USUAL_PAIRS = 30;
  private static final double USUAL_ALPHA = 0.05;

  public ExperimentDesign {
    requireNonNull(templateA, "templateA");
    requireNonNull(templateB, "templateB");
    requireNonNull(stopping, "stopping");
    requireNonNull(blocks, "blocks");
    requireNonNull(margins, "margins");
    if (pairs < 1 || pairs > MOST_PAIRS) {
      throw refused("pairs", pairs, "1 to " + MOST_PAIRS, "Plan 6 or more to be able to win.");
    }
    if (!(alpha > 0 && alpha <= 0.5)) {
      throw refused("alpha", alpha, "a chance over 0 and up to 0.5", "Leave it out for 0.05.");
    }
  }

  /**
   * {@return a design of 30 pairs on one snapshot at 0.05 with the seed 0, which ends as soon as a
   * winner is clear}
   *
   * @param known the names of all templates
   * @throws InvalidRequestException if one of the two is not known
   */
  public static ExperimentDesign comparing(
      String templateA, String templateB, Collection<String> known) {
    requireKnown(templateA, known);
    requireKnown(templateB, known);
    return new ExperimentDesign(
        templateA,
        templateB,
        USUAL_PAIRS,
        USUAL_ALPHA,
        0,
        Stopping.WHEN_DECIDED,
        Blocks.one(),
        Margins.USUAL);
  }

  public ExperimentDesign withPairs(int planned) {
    return new ExperimentDesign(
        templateA, templateB, planned, alpha, seed, stopping, blocks, margins);
  }

  public ExperimentDesign withAlpha(double level) {
    return new ExperimentDesign(
        templateA, templateB, pairs, level, seed, stopping, blocks, margins);
  }

  public ExperimentDesign withSeed(long start) {
    return new ExperimentDesign(
        templateA, templateB, pairs, alpha, start, stopping, blocks, margins);
  }

  public ExperimentDesign withStopping(Stopping rule) {
    return new ExperimentDesign(templateA, templateB, pairs, alpha, seed, rule, blocks, margins);
  }

  public ExperimentDesign withBlocks(Blocks places) {
    return new ExperimentDesign(
        templateA, templateB, pairs, alpha, seed, stopping, places, margins);
  }

  public ExperimentDesign withMargins(Margins allowed) {
    return new ExperimentDesign(
        templateA, templateB, pairs, alpha, seed, stopping, blocks, allowed);
  }

  /**
   * {@return the test that decides about useful work}
   *
   * <p>Unconditional where the pairs are alike: on one snapshot, or on ones that were drawn and are
   * used once. Conditional where snapshots were chosen, or pairs share them.
   */
  public PairTest test() {
    if (stopping == Stopping.OPEN_ENDED) {
      return PairTest.openEnded(pairs, alpha);
    }
    if (!blocks.areAlike(pairs)) {
      return PairTest.watchedOnGivenBlocks(pairs, alpha);
    }
    return stopping == Stopping.WHEN_DECIDED
        ? PairTest.watched(pairs, alpha)
        : PairTest.atPlannedEnd(pairs, alpha);
  }

  /** {@return the template on that side} */
  public String template(Arm arm) {
    return arm == Arm.A ? templateA : templateB;
  }

  private static void requireKnown(String template, Collection<String> known) {
    if (!known.contains(template)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("compare", "template", template)
              .found("template not found")
              .expected("the name of a template")
              .remedy(NearestName.hint(template, known)));
    }
  }

  private static InvalidRequestException refused(
      String what, Object found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot("plan", "experiment", what)
            .found("was " + found)
            .expected(expected)
            .remedy(remedy));
  }
}
