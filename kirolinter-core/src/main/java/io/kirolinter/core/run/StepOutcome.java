package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a step ended. */
public enum StepOutcome {
  /** Did its work. */
  @JsonProperty("succeeded")
  SUCCEEDED,
  /** Looked, and there was no work. */
  @JsonProperty("nothing-to-do")
  NOTHING_TO_DO,
  /** Was not run; the summary says by whose decision and why. */
  @JsonProperty("skipped")
  SKIPPED,
  /** Failed, and the run went on without it. */
  @JsonProperty("recovered")
  RECOVERED,
  /** Failed, and the run could not do without it. */
  @JsonProperty("failed")
  FAILED;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
