package io.kirolinter.analytics.workflow;

import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.List;

/**
 * Errors that read alike.
 *
 * @param shape the message, with what differs from case to case left out
 * @param steps that met them, by name
 * @param count attempts are not counted one by one: a step of a run counts once, by its last error
 * @param fatal how many of these ended as failed; the others were recovered or passed when tried
 *     again
 * @param lastRun the newest run that met one
 */
public record FailureGroup(
    String shape,
    List<String> steps,
    int count,
    int fatal,
    Instant firstSeen,
    Instant lastSeen,
    RunId lastRun) {

  public FailureGroup {
    steps = List.copyOf(steps);
  }
}
