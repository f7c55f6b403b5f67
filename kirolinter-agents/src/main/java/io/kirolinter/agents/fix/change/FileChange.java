package io.kirolinter.agents.fix.change;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.List;
import java.util.stream.Stream;

/**
 * What fixing made of one file.
 *
 * @param packageName as the file declares it; empty for none
 * @param steps in the order in which they were applied; empty if the file stays as it is
 * @param dropped fixes that did not pass the checks of the file
 * @param untouchedBodies bodies of methods, in the text after, that hold no edit while all edits
 *     lie inside of other bodies; empty as soon as one edit lies elsewhere
 */
public record FileChange(
    SnapshotFile file,
    String packageName,
    SourceText before,
    SourceText after,
    List<RuleStep> steps,
    List<DroppedFix> dropped,
    List<Stretch> untouchedBodies) {

  public FileChange {
    requireNonNull(file, "file");
    requireNonNull(packageName, "packageName");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    steps = List.copyOf(steps);
    dropped = List.copyOf(dropped);
    untouchedBodies = List.copyOf(untouchedBodies);
  }

  public SourcePath path() {
    return file.path();
  }

  /** {@return whether the file is another one afterwards} */
  public boolean isChanged() {
    return !steps.isEmpty();
  }

  public Stream<AppliedFix> fixes() {
    return steps.stream().flatMap(step -> step.fixes().stream());
  }

  /** {@return how many lines are removed and added, as {@code git diff --shortstat} counts} */
  public int changedLines() {
    return isChanged() ? LineCount.between(before.text(), after.text()) : 0;
  }

  /** {@return all steps as one chain of edits} */
  public EditChain edits() {
    EditChain chain = EditChain.of(before.text());
    for (RuleStep step : steps) {
      chain = chain.then(step.edits());
    }
    return chain;
  }
}
