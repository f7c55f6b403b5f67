package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;
import java.time.Instant;
import java.util.Optional;

/**
 * A fix, and what became of it.
 *
 * @param evidence how that is known, for people
 * @param seenIn the commit in which it was seen; empty for a fix that is open
 * @param since when it was seen first
 * @param changes how often it was something else before
 */
public record FixFate(
    FixTrace trace,
    Fate fate,
    String evidence,
    Optional<CommitId> seenIn,
    Instant since,
    int changes) {

  public FixFate {
    requireNonNull(trace, "trace");
    requireNonNull(fate, "fate");
    requireNonNull(evidence, "evidence");
    requireNonNull(seenIn, "seenIn");
    requireNonNull(since, "since");
  }

  static FixFate open(FixTrace trace) {
    return new FixFate(trace, Fate.OPEN, "", Optional.empty(), trace.at(), 0);
  }
}
