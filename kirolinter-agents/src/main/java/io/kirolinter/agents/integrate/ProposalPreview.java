package io.kirolinter.agents.integrate;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.step.StepPreview;
import java.util.List;

/** Tells what is about to be committed. */
final class ProposalPreview {

  private ProposalPreview() {}

  /** {@return what the proposal of these fixes will be; there is at least one} */
  static StepPreview of(RunId run, FixSet fixes) {
    List<RuleChange> changes = fixes.changes();
    return StepPreview.of(
            "%s with %s on branch %s, no checkout touched"
                .formatted(
                    Counted.of(changes.size(), "commit"),
                    Counted.of(fixes.applied(), "fix", "fixes"),
                    Proposals.branchOf(run)))
        .withDetails(changes.stream().map(ProposalPreview::line).toList());
  }

  private static String line(RuleChange change) {
    return "commit '%s': %s in %s"
        .formatted(
            change.title(),
            Counted.of(change.fixes().size(), "fix", "fixes"),
            Counted.of(change.files().size(), "file"));
  }
}
