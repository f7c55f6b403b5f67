package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the failure of a step means for its run. */
public enum Criticality {
  /** The run cannot do without the step. */
  @JsonProperty("critical")
  CRITICAL,
  /** The run goes on without the step. */
  @JsonProperty("optional")
  OPTIONAL;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
