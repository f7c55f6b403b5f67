package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

/**
 * Whether the experiment itself went as it should.
 *
 * @param name {@code missing-runs}, {@code order-of-work} or {@code order-of-duration}
 * @param question for people
 * @param pValue of chance alone
 * @param passed whether the p-value is no cause for doubt; where {@code missing-runs} does not pass
 *     there is no verdict
 */
public record Check(String name, String question, double pValue, boolean passed) {

  public Check {
    requireNonNull(name, "name");
    requireNonNull(question, "question");
  }
}
