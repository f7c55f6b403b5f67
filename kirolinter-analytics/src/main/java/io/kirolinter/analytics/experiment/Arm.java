package io.kirolinter.analytics.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The side of an experiment. */
public enum Arm {
  @JsonProperty("a")
  A,
  @JsonProperty("b")
  B;

  /** {@return the name that users and JSON see} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Arm other() {
    return this == A ? B : A;
  }
}
