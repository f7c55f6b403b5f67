package io.kirolinter.agents.fix.change;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of a snapshot with all fixes of a set in it. */
public record FixedFile(SnapshotFile file, SourceText before, SourceText after) {

  public FixedFile {
    requireNonNull(file, "file");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /**
   * {@return the files that a set changes, ordered by path}
   *
   * @throws WorkFailedException if the set was made for another snapshot
   */
  public static List<FixedFile> of(Snapshot snapshot, FixSet fixes) {
    Map<SourcePath, FixedFile> files = new TreeMap<>();
    for (RuleChange change : fixes.changes()) {
      for (FileEdit edit : change.files()) {
        files.compute(
            edit.path(),
            (path, known) -> (known == null ? read(path, snapshot) : known).edited(edit));
      }
    }
    return List.copyOf(files.values());
  }

  public SourcePath path() {
    return file.path();
  }

  /** {@return the change as {@code git apply} reads it; see {@link UnifiedDiff}} */
  public String unifiedDiff() {
    return UnifiedDiff.of(path(), before, after);
  }

  private static FixedFile read(SourcePath path, Snapshot snapshot) {
    SnapshotFile file = snapshot.file(path).orElseThrow(() -> foreign(path));
    SourceText text = SourceText.decode(snapshot.read(file)).orElseThrow(() -> foreign(path));
    return new FixedFile(file, text, text);
  }

  private FixedFile edited(FileEdit edit) {
    check(edit.before(), after);
    SourceText next = after.edited(edit.edits());
    check(edit.after(), next);
    return new FixedFile(file, before, next);
  }

  private void check(ContentHash expected, SourceText text) {
    if (!text.hash().equals(expected)) {
      throw foreign(path());
    }
  }

  private static WorkFailedException foreign(SourcePath path) {
    return new WorkFailedException(
        ErrorMessage.cannot("apply", "fixes to file", path.value())
            .found("its content is another one than the fixes were made for")
            .expected("the snapshot that was reviewed")
            .remedy("Run the review again."));
  }
}
