package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.List;

/**
 * One commit of a history.
 *
 * @param at when it was committed
 * @param author a hash of the author's e-mail address: tells people apart, and names none
 * @param subject the first line of the message
 * @param changes the files that it changed; a rename is a deletion and an addition
 */
public record HistoryEntry(
    CommitId id, Instant at, String author, String subject, List<ChangedPath> changes) {

  /** What was done to one file. */
  public record ChangedPath(SourcePath path, ChangeKind kind) {}

  /** What can be done to a file. */
  public enum ChangeKind {
    ADDED,
    MODIFIED,
    DELETED
  }

  public HistoryEntry {
    changes = List.copyOf(changes);
  }
}
