package io.kirolinter.workflow.question;

import static java.util.Objects.requireNonNull;

/**
 * What it means for a later step if one is left out.
 *
 * @param step the later one
 * @param why as part of a sentence: {@code it needs the review, which 'analyze' hands on}
 */
public record SkipEffect(String step, Kind kind, String why) {

  /** How much it means. */
  public enum Kind {
    /** The step is left out too. */
    CANNOT_RUN,
    /** The step runs, and knows less. */
    RUNS_WITHOUT
  }

  public SkipEffect {
    requireNonNull(step, "step");
    requireNonNull(kind, "kind");
    requireNonNull(why, "why");
  }

  /** {@return the effect as a sentence for people} */
  @Override
  public String toString() {
    return kind == Kind.CANNOT_RUN
        ? "'%s' cannot run then: %s.".formatted(step, why)
        : "'%s' runs, but knows less: %s.".formatted(step, why);
  }
}
