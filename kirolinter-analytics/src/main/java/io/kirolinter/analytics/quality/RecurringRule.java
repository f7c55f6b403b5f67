package io.kirolinter.analytics.quality;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.finding.RuleId;

/**
 * A rule that is broken anew again and again.
 *
 * @param now findings of it in the newest review
 * @param fresh findings of it that were new in any of the changes
 * @param files in which they were
 * @param changes those with new findings of it, of all
 */
public record RecurringRule(RuleId rule, int now, int fresh, int files, Proportion changes) {

  public RecurringRule {
    requireNonNull(rule, "rule");
    requireNonNull(changes, "changes");
  }
}
