package io.kirolinter.analytics.quality;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.RunId;
import java.time.Instant;

/**
 * What became of findings from one review to the next.
 *
 * @param run whose review is the later one
 * @param fresh findings that no review of the time had before
 * @param fixed findings of the earlier review that the later one has not
 * @param reopened findings that an even earlier review had, the earlier one had not, and the later
 *     one has again
 */
public record Change(RunId run, Instant at, int fresh, int fixed, int reopened) {

  public Change {
    requireNonNull(run, "run");
    requireNonNull(at, "at");
  }
}
