package io.kirolinter.analytics.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** When an experiment ends. Chosen before the first pair. */
public enum Stopping {
  /** After all planned pairs; no winner is named before. */
  @JsonProperty("at-planned-end")
  AT_PLANNED_END,
  /**
   * As soon as useful work has a winner, by the alpha-spending test that allows for it. The other
   * metrics are then described only: their p-values would not allow for the early stop.
   */
  @JsonProperty("when-decided")
  WHEN_DECIDED;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
