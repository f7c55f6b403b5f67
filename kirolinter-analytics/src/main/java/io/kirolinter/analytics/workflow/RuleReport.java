package io.kirolinter.analytics.workflow;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.finding.RuleId;

/**
 * What runs did about the findings of one rule.
 *
 * @param removed verified findings that runs removed
 * @param runs how many runs removed or dropped any
 * @param passed fixes that passed every check, of those that were tried
 */
public record RuleReport(RuleId rule, int removed, int runs, Proportion passed) {

  public RuleReport {
    requireNonNull(rule, "rule");
    requireNonNull(passed, "passed");
  }
}
