package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Which version gets a run, written down before the run.
 *
 * @param run its number in the lineage, from 1
 * @param version the name of the version that was drawn
 * @param allocation the chances that it was drawn by
 * @param subject what it runs on, such as a commit; for people, and for whoever goes on with it
 */
public record Assignment(
    int run, String version, Allocation allocation, String subject, Instant at) {

  public Assignment {
    requireNonNull(version, "version");
    requireNonNull(allocation, "allocation");
    requireNonNull(subject, "subject");
    requireNonNull(at, "at");
    if (run < 1) {
      throw new IllegalArgumentException("run must be >= 1, was " + run);
    }
  }
}
