package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.RuleId;
import java.time.Instant;

/**
 * A rule whose fixes are but suggestions in a repository, because people did not want them.
 *
 * @param why the evidence, for people, without a full stop
 */
public record Demotion(RuleId rule, Instant since, String why) {

  public Demotion {
    requireNonNull(rule, "rule");
    requireNonNull(since, "since");
    requireNonNull(why, "why");
  }
}
