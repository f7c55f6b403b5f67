package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a branch is proposed on a forge. */
public enum Publication {
  /** As a draft, where the forge has drafts: a person says when it is to be reviewed. */
  @JsonProperty("draft")
  DRAFT,
  /** Ready for review at once. */
  @JsonProperty("ready")
  READY
}
