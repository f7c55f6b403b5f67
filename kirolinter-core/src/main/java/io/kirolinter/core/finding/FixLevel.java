package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a fix can be trusted. */
public enum FixLevel {
  /** Keeps meaning and intent of the code; comments survive. Applied without being asked for. */
  @JsonProperty("safe")
  SAFE,
  /** May change what the code does at run time. Applied only when asked for. */
  @JsonProperty("unsafe")
  UNSAFE,
  /** Shown, never applied. */
  @JsonProperty("suggestion")
  SUGGESTION,
  /** There is no fix. */
  @JsonProperty("none")
  NONE
}
