package io.kirolinter.analytics.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** When an experiment ends. Chosen before the first pair. */
public enum Stopping {
  /** After all planned pairs; no winner is named before. */
  @JsonProperty("at-planned-end")
  AT_PLANNED_END,
  /**
   * As soon as useful work has a winner, by a test that allows for a look after every pair. The
   * other metrics are then judged by methods that hold at any time, which are less sharp.
   */
  @JsonProperty("when-decided")
  WHEN_DECIDED,
  /** As soon as useful work has a winner, without a planned number of pairs, by e-processes. */
  @JsonProperty("open-ended")
  OPEN_ENDED;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
