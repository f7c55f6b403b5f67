package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad it is to leave a finding as it is; in rising order. */
public enum Severity {
  @JsonProperty("low")
  LOW,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("high")
  HIGH,
  @JsonProperty("critical")
  CRITICAL;

  /** {@return the severity below; the lowest has none and stays} */
  public Severity lowered() {
    return switch (this) {
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      default -> LOW;
    };
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
