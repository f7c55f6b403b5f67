package io.kirolinter.agents.fix.change;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.source.TextEdit;
import java.util.List;

/**
 * Fixes of one rule that were applied to one file at once.
 *
 * @param edits of the text as the step before left it
 */
public record RuleStep(Rule rule, List<AppliedFix> fixes, List<TextEdit> edits) {

  public RuleStep {
    requireNonNull(rule, "rule");
    fixes = List.copyOf(fixes);
    edits = List.copyOf(edits);
  }
}
