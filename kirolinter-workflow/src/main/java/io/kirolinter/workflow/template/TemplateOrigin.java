package io.kirolinter.workflow.template;

import java.util.Locale;

/** Who brought a template along. */
public enum TemplateOrigin {
  BUILT_IN,
  /** A file of the user. */
  USER,
  /** The settings file of a repository, which somebody else may have written. */
  REPOSITORY,
  /** The program that this library is part of. */
  LIBRARY;

  /** {@return the name that users and JSON see, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
