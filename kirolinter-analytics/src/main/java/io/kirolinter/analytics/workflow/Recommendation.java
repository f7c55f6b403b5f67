package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

/**
 * Advice that follows from figures by a stated rule.
 *
 * @param kind which rule, kebab-case
 * @param advice what to do, for people
 * @param evidence the figures that led to it
 * @param expectedGain what it can bring at most or is likely to
 * @param command the command to act on it
 */
public record Recommendation(
    String kind, String advice, String evidence, String expectedGain, String command) {

  public Recommendation {
    requireNonNull(kind, "kind");
    requireNonNull(advice, "advice");
    requireNonNull(evidence, "evidence");
    requireNonNull(expectedGain, "expectedGain");
    requireNonNull(command, "command");
  }
}
