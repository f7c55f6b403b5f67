package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What work does to a repository. */
public enum Effect {
  /** Only looks. */
  @JsonProperty("reads")
  READS,
  /** Writes files, commits or branches. */
  @JsonProperty("changes")
  CHANGES;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
