package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Which of several ways a repository has of doing one thing.
 *
 * @param topic what is done in several ways, kebab-case, such as {@code indentation}
 * @param way the one that is the most common, such as {@code 4 spaces}
 * @param support how often it was seen
 * @param seen how often any way was seen
 */
public record Habit(String topic, String way, int support, int seen) {

  private static final double STRONG = 0.8;
  private static final int FEWEST_SEEN = 20;

  public Habit {
    requireNonNull(way, "way");
    if (topic.isBlank() || support < 1 || seen < support) {
      throw new IllegalArgumentException(
          "habit '%s' was seen %d times of %d".formatted(topic, support, seen));
    }
  }

  /** {@return the least share of this way that can be told from what was seen, at 95 %} */
  @JsonIgnore
  public double confidence() {
    return ShareInterval.of(support, seen).low();
  }

  /** {@return whether suggestions must fit to it} */
  @JsonIgnore
  public boolean isStrong() {
    return seen >= FEWEST_SEEN && confidence() >= STRONG;
  }
}
