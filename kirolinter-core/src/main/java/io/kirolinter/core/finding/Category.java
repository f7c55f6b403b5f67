package io.kirolinter.core.finding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a rule protects. */
public enum Category {
  @JsonProperty("correctness")
  CORRECTNESS,
  @JsonProperty("security")
  SECURITY,
  @JsonProperty("performance")
  PERFORMANCE,
  @JsonProperty("code-smell")
  CODE_SMELL;

  /** {@return the name that users see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
