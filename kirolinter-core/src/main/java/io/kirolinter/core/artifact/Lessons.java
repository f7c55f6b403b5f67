package io.kirolinter.core.artifact;

import java.util.List;

/**
 * What a run added to the memory.
 *
 * @param observations how many were recorded
 * @param insights sentences for people, the weightiest first
 */
public record Lessons(int observations, List<String> insights) implements Artifact {

  public Lessons {
    insights = List.copyOf(insights);
    if (observations < 0) {
      throw new IllegalArgumentException("observations must be >= 0, was " + observations);
    }
  }
}
