package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who drives a run. */
public enum RunMode {
  /** Runs to its end by itself. */
  @JsonProperty("autonomous")
  AUTONOMOUS,
  /** Asks a person before each step. */
  @JsonProperty("interactive")
  INTERACTIVE,
  /** Was started by a schedule; its result is always a branch. */
  @JsonProperty("background")
  BACKGROUND;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
