package io.kirolinter.core.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where the fixes of a run go. */
public enum ApplyTarget {
  /** To commits on a branch of their own; the checkout is not touched. */
  @JsonProperty("branch")
  BRANCH,
  /** To clean files of the checkout, after an undo journal was written. */
  @JsonProperty("tree")
  TREE,
  /** Nowhere; the run only tells what it would do. */
  @JsonProperty("none")
  NONE;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
