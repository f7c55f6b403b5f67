package io.kirolinter.core.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a new commit starts a job. */
public enum CommitPolicy {
  /** Only its times do. */
  @JsonProperty("ignore")
  IGNORE,
  /** Another commit that is checked out does, too. */
  @JsonProperty("run")
  RUN
}
