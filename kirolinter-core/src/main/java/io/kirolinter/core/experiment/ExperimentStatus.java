package io.kirolinter.core.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether results can be added to an experiment. */
public enum ExperimentStatus {
  /** Results are missing, whether somebody works on them at this moment or not. */
  @JsonProperty("running")
  RUNNING,
  /** It came to the end that its plan allows. */
  @JsonProperty("ended")
  ENDED,
  /** Somebody gave it up. */
  @JsonProperty("cancelled")
  CANCELLED;

  /** {@return whether it is over, so that it never changes again} */
  public boolean isFinal() {
    return this != RUNNING;
  }

  /** {@return the name that users and JSON see} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
