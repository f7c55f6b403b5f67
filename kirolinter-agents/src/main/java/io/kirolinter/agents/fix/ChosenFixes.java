package io.kirolinter.agents.fix;

import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.step.StepContext;
import java.util.List;

/**
 * What a person who was asked fix by fix left of a request; all of it if nobody was asked.
 *
 * @param declined how many fixes the person did not want
 */
record ChosenFixes(FixRequest request, int declined) {

  /**
   * Reads what was chosen, and remembers for the repository the rules of which the person wants no
   * fix; a dry run remembers nothing.
   */
  static ChosenFixes of(StepContext context, FixRequest request) {
    List<Finding> offered = request.fixable();
    FixChoices choices = context.choices(offered);
    if (context.plan().options().apply() != ApplyTarget.NONE) {
      RefusedRules.refuse(
          context.memory(),
          context.repository().id(),
          choices.refused(),
          context.clock().instant());
    }
    List<Finding> accepted = choices.accepted();
    return accepted.size() == offered.size()
        ? new ChosenFixes(request, 0)
        : new ChosenFixes(request.withFindings(accepted), offered.size() - accepted.size());
  }

  /** {@return why nothing is left, in a sentence without a full stop} */
  String nothing() {
    return "none of the %s was wanted by the person who was asked"
        .formatted(Counted.of(declined, "fix", "fixes"));
  }

  /** {@return what to add to a sentence about fixes; empty if all were wanted} */
  String remark() {
    return declined == 0
        ? ""
        : "; %s left out, as the person who was asked wanted"
            .formatted(Counted.of(declined, "fix", "fixes"));
  }
}
