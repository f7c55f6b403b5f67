package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.change.UnifiedDiff;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.Optional;

/** The change that the fix of one finding makes by itself. */
final class FixDiff {

  private FixDiff() {}

  /**
   * {@return the diff of the file with this fix alone in it; empty if the finding has no fix, or
   * the file has changed since it was analysed}
   */
  static Optional<String> of(Snapshot snapshot, Finding finding) {
    return finding
        .fix()
        .flatMap(fix -> textOf(snapshot, finding.path()).map(text -> diff(text, finding, fix)));
  }

  /** {@return the text that was analysed; empty if the file is another one now} */
  static Optional<SourceText> textOf(Snapshot snapshot, SourcePath path) {
    try {
      return snapshot.file(path).map(snapshot::read).flatMap(SourceText::decode);
    } catch (WorkFailedException e) {
      return Optional.empty(); // the answer of this method: the file is not what it was
    }
  }

  private static String diff(SourceText before, Finding finding, Fix fix) {
    return UnifiedDiff.of(finding.path(), before, before.edited(fix.edits()));
  }
}
