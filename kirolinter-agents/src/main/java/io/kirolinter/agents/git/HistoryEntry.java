package io.kirolinter.agents.git;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One commit of a history.
 *
 * @param at when it was committed
 * @param author a hash of the author's e-mail address: tells people apart, and names none
 * @param subject the first line of the message
 * @param body the rest of the message
 * @param changes the files that it changed
 */
public record HistoryEntry(
    CommitId id,
    Instant at,
    String author,
    String subject,
    String body,
    List<ChangedPath> changes) {

  /**
   * What was done to one file.
   *
   * @param path where it is now, or was before it was deleted
   * @param from where it was, if it was renamed
   * @param isMovedOnly whether it was renamed and no byte of it changed
   * @param lines how many lines came and went together; 0 where nobody asked, or it is no text
   */
  public record ChangedPath(
      SourcePath path, ChangeKind kind, Optional<SourcePath> from, boolean isMovedOnly, int lines) {

    public ChangedPath {
      requireNonNull(path, "path");
      if (from.isPresent() != (kind == ChangeKind.RENAMED)) {
        throw new IllegalArgumentException("only a renamed file comes from another, was " + kind);
      }
    }

    /** A change of a file that stays where it is. */
    public ChangedPath(SourcePath path, ChangeKind kind) {
      this(path, kind, Optional.empty(), false, 0);
    }

    ChangedPath withLines(int changed) {
      return new ChangedPath(path, kind, from, isMovedOnly, changed);
    }
  }

  /** What can be done to a file. */
  public enum ChangeKind {
    ADDED,
    MODIFIED,
    DELETED,
    /** Where renames are told: moved, and maybe modified. */
    RENAMED
  }

  public HistoryEntry {
    changes = List.copyOf(changes);
  }
}
