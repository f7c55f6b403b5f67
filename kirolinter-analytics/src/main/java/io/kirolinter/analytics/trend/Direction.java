package io.kirolinter.analytics.trend;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which way a metric goes. */
public enum Direction {
  /** It gets better, beyond what chance explains. */
  @JsonProperty("improving")
  IMPROVING,
  /** It gets worse, beyond what chance explains. */
  @JsonProperty("declining")
  DECLINING,
  /** Chance explains how it goes; that is no proof that it stays as it is. */
  @JsonProperty("no-evidence")
  NO_EVIDENCE,
  /** There are too few points to tell. */
  @JsonProperty("not-enough-data")
  NOT_ENOUGH_DATA;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
