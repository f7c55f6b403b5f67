package io.kirolinter.agents.git;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A chain of commits that is to be written.
 *
 * @param base the parent of the first one
 * @param author also the committer, at {@code at}, of which whole seconds count
 * @param drafts one per commit, the oldest first; at least one
 * @param last makes of the commits of the drafts one more that needs to know their names; the same
 *     of the same
 */
public record CommitPlan(
    CommitId base,
    Identity author,
    Instant at,
    List<CommitDraft> drafts,
    Function<List<CommitId>, Optional<CommitDraft>> last) {

  public CommitPlan {
    requireNonNull(base, "base");
    requireNonNull(author, "author");
    requireNonNull(at, "at");
    requireNonNull(last, "last");
    drafts = List.copyOf(drafts);
    if (drafts.isEmpty()) {
      throw new IllegalArgumentException("a branch is written with at least one commit");
    }
  }

  /** A chain of nothing but these drafts. */
  public CommitPlan(CommitId base, Identity author, Instant at, List<CommitDraft> drafts) {
    this(base, author, at, drafts, commits -> Optional.empty());
  }
}
