package io.kirolinter.core.memory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing that was seen in a repository.
 *
 * @param kind what sort of thing, kebab-case, such as {@code finding} or {@code fix-applied}
 * @param subject what it was seen on, such as a rule or a file
 * @param weight how much of it was seen; 0 or more
 * @param detail a short text for people; secrets in it are masked before it is kept
 */
public record Observation(String kind, String subject, double weight, String detail, Instant at) {

  public Observation {
    requireNonNull(subject, "subject");
    requireNonNull(detail, "detail");
    requireNonNull(at, "at");
    if (!kind.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("kind must be kebab-case, was '" + kind + "'");
    }
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("weight must be finite and >= 0, was " + weight);
    }
  }
}
