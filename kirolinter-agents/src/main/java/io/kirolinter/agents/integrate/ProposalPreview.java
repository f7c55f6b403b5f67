package io.kirolinter.agents.integrate;

import io.kirolinter.agents.integrate.FixParts.Part;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.step.StepPreview;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what is about to be committed. */
final class ProposalPreview {

  private ProposalPreview() {}

  /** {@return what the proposals of these parts will be; there is at least one} */
  static StepPreview of(RunId run, List<Part> parts) {
    List<RuleChange> changes =
        parts.stream().flatMap(part -> part.fixes().changes().stream()).toList();
    int fixes = parts.stream().mapToInt(part -> part.fixes().applied()).sum();
    return StepPreview.of(
            "%s with %s on %s, no checkout touched"
                .formatted(
                    Counted.of(changes.size(), "commit"),
                    Counted.of(fixes, "fix", "fixes"),
                    branches(run, parts)))
        .withDetails(changes.stream().map(ProposalPreview::line).toList());
  }

  private static String branches(RunId run, List<Part> parts) {
    return (parts.size() == 1 ? "branch " : "branches ")
        + parts.stream()
            .map(part -> Proposals.branchOf(run, part.name()))
            .collect(Collectors.joining(", "));
  }

  private static String line(RuleChange change) {
    return "commit '%s': %s in %s"
        .formatted(
            change.title(),
            Counted.of(change.fixes().size(), "fix", "fixes"),
            Counted.of(change.files().size(), "file"));
  }
}
