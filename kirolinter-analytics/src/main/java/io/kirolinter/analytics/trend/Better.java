package io.kirolinter.analytics.trend;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a metric should go. */
public enum Better {
  @JsonProperty("higher")
  HIGHER,
  @JsonProperty("lower")
  LOWER
}
