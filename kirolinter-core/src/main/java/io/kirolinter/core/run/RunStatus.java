package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a run is. The first three are for living runs; the others are final. */
public enum RunStatus {
  /** Waits to be worked on. */
  @JsonProperty("queued")
  QUEUED,
  /** Is being worked on, or was when its process died. */
  @JsonProperty("running")
  RUNNING,
  /** Waits for a person, or for a time. */
  @JsonProperty("waiting")
  WAITING,
  /** Every step did its work, had none, or was recovered. */
  @JsonProperty("succeeded")
  SUCCEEDED,
  /** Some of the work is done; the steps tell which. */
  @JsonProperty("partially-succeeded")
  PARTIALLY_SUCCEEDED,
  /** A critical step failed; what the run had begun is undone. */
  @JsonProperty("failed")
  FAILED,
  /** Was stopped on request; steps that had ended stay as they are. */
  @JsonProperty("cancelled")
  CANCELLED;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return whether the run has ended; such a run never changes again} */
  public boolean isFinal() {
    return compareTo(SUCCEEDED) >= 0;
  }
}
