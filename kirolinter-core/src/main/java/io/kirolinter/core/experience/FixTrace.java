package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of one fix that a run proposed, so that it is recognised later.
 *
 * @param path the file that it changes
 * @param branch where it waits; empty if it went into the checkout
 * @param place names the copy of the repository in which the run worked
 * @param base the commit that the run worked on
 * @param head the newest commit of the branch; empty without one
 * @param after the changed lines, with the line before and behind
 * @param at when it was proposed
 */
public record FixTrace(
    RuleId rule,
    Fingerprint fingerprint,
    SourcePath path,
    RunId run,
    Optional<String> branch,
    String place,
    CommitId base,
    Optional<CommitId> head,
    TextMark after,
    Instant at) {

  public FixTrace {
    requireNonNull(rule, "rule");
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(path, "path");
    requireNonNull(run, "run");
    requireNonNull(branch, "branch");
    requireNonNull(place, "place");
    requireNonNull(base, "base");
    requireNonNull(head, "head");
    requireNonNull(after, "after");
    requireNonNull(at, "at");
  }

  /** {@return the name of this fix among all that were proposed; no other has it} */
  String key() {
    return fingerprint + "@" + run;
  }
}
