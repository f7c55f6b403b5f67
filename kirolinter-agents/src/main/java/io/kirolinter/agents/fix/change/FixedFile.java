package io.kirolinter.agents.fix.change;

import static java.util.Objects.requireNonNull;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of a snapshot with all fixes of a set in it. */
public record FixedFile(SnapshotFile file, SourceText before, SourceText after) {

  private static final int CONTEXT_LINES = 3;
  private static final String NO_END = "\\ No newline at end of file";

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

  /**
   * {@return the change as {@code diff -u} and git show it; each line ends with a line feed, in
   * front of which a carriage return of the file stays}
   */
  public String unifiedDiff() {
    List<String> old = lines(before.text());
    List<String> changed = lines(after.text());
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + path(), "b/" + path(), old, DiffUtils.diff(old, changed), CONTEXT_LINES);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  /**
   * The mark of a missing end is part of the last line, so that it differs from one with an end.
   */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + "\n" + NO_END);
    }
    return lines;
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
