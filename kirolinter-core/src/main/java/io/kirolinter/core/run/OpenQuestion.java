package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A question that a run waits with.
 *
 * @param step the step that it is about
 * @param text for people, such as {@code run step 'fix': 31 safe fixes of 5 rules in 12 files}
 */
public record OpenQuestion(String step, String text, Instant askedAt) {

  public OpenQuestion {
    requireNonNull(step, "step");
    requireNonNull(text, "text");
    requireNonNull(askedAt, "askedAt");
  }
}
