package io.kirolinter.agents.review;

import io.kirolinter.agents.git.ChangedLines;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines that a run looks at: all, or those that its commit has changed since a base. Both are
 * pinned when the run starts, so that they are the same lines for every attempt.
 *
 * @param changed empty for all lines
 */
record ReviewedLines(Optional<ChangedLines> changed) {

  static ReviewedLines of(StepContext context) {
    Optional<CommitId> commit = context.plan().baseCommit();
    return new ReviewedLines(
        context
            .plan()
            .options()
            .changedSince()
            .map(base -> ChangedLines.between(context.repository(), base, commit.orElseThrow())));
  }

  /** {@return the files with such lines, in the same order} */
  List<SnapshotFile> in(List<SnapshotFile> files) {
    Optional<Set<SourcePath>> wanted = changed.map(ChangedLines::files);
    return files.stream()
        .filter(file -> wanted.map(paths -> paths.contains(file.path())).orElse(true))
        .toList();
  }

  /** {@return the review with the findings on such lines} */
  Review only(Review review) {
    List<Finding> findings = review.findings().stream().filter(this::touch).toList();
    return new Review(
        findings, review.problems(), review.files(), review.lines(), review.analyzers());
  }

  private boolean touch(Finding finding) {
    return changed.map(lines -> lines.touch(finding.path(), finding.range())).orElse(true);
  }

  /** {@return why there may be no file, in a sentence without a full stop} */
  String nothing() {
    return changed
        .map(
            lines ->
                "no Java code to analyse has changed since %s; another base is named by"
                        .formatted(lines.base())
                    + " --changed-only=BASE")
        .orElse("there is no Java code to analyse");
  }

  /** {@return what to add to a sentence about the review; empty for all lines} */
  String remark() {
    return changed.map(lines -> "; only lines changed since " + lines.base() + " count").orElse("");
  }
}
