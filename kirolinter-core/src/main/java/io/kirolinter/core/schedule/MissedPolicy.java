package io.kirolinter.core.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What becomes of firings that nobody was there to start in time. */
public enum MissedPolicy {
  /** They are left out. */
  @JsonProperty("skip")
  SKIP,
  /** One run is started for all of them, as soon as somebody is there. */
  @JsonProperty("once")
  ONCE;

  /** {@return the name that users and JSON see} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
