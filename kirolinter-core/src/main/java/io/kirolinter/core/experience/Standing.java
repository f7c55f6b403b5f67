package io.kirolinter.core.experience;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is made of the fixes of a rule in a repository. */
public enum Standing {
  /** They are proposed. */
  @JsonProperty("proposed")
  PROPOSED,
  /** They are shown. */
  @JsonProperty("suggestion")
  SUGGESTION
}
