package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

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
    String templateA, String templateB, int pairs, double alpha, long seed, Stopping stopping) {

  private static final int MOST_PAIRS = 1_000;
  private static final int USUAL_PAIRS = 30;
  private static final double USUAL_ALPHA = 0.05;

  public ExperimentDesign {
    requireNonNull(templateA, "templateA");
    requireNonNull(templateB, "templateB");
    requireNonNull(stopping, "stopping");
    if (pairs < 1 || pairs > MOST_PAIRS) {
      throw refused("pairs", pairs, "1 to " + MOST_PAIRS, "Plan 6 or more to be able to win.");
    }
    if (!(alpha > 0 && alpha <= 0.5)) {
      throw refused("alpha", alpha, "a chance over 0 and up to 0.5", "Leave it out for 0.05.");
    }
  }

  /**
   * {@return a design of 30 pairs at 0.05 with the seed 0, run to its planned end}
   *
   * @param known the names of all templates
   * @throws InvalidRequestException if one of the two is not known
   */
  public static ExperimentDesign comparing(
      String templateA, String templateB, Collection<String> known) {
    requireKnown(templateA, known);
    requireKnown(templateB, known);
    return new ExperimentDesign(
        templateA, templateB, USUAL_PAIRS, USUAL_ALPHA, 0, Stopping.AT_PLANNED_END);
  }

  public ExperimentDesign withPairs(int planned) {
    return new ExperimentDesign(templateA, templateB, planned, alpha, seed, stopping);
  }

  public ExperimentDesign withAlpha(double level) {
    return new ExperimentDesign(templateA, templateB, pairs, level, seed, stopping);
  }

  public ExperimentDesign withSeed(long start) {
    return new ExperimentDesign(templateA, templateB, pairs, alpha, start, stopping);
  }

  public ExperimentDesign withStopping(Stopping rule) {
    return new ExperimentDesign(templateA, templateB, pairs, alpha, seed, rule);
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
