package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is settled about a lineage before its first run, and stays.
 *
 * @param template whose versions compete
 * @param seed from which the versions of runs are drawn
 */
public record LineagePlan(String template, Guarantee guarantee, long seed, Instant startedAt) {

  public LineagePlan {
    requireNonNull(template, "template");
    requireNonNull(guarantee, "guarantee");
    requireNonNull(startedAt, "startedAt");
  }
}
