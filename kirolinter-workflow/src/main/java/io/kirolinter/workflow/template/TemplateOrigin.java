package io.kirolinter.workflow.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who brought a template along. */
public enum TemplateOrigin {
  @JsonProperty("built-in")
  BUILT_IN,
  /** A file of the user. */
  @JsonProperty("user")
  USER,
  /** The settings file of a repository, which somebody else may have written. */
  @JsonProperty("repository")
  REPOSITORY,
  /** The program that this library is part of. */
  @JsonProperty("library")
  LIBRARY;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
