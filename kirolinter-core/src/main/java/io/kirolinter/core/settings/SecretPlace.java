package io.kirolinter.core.settings;

/**
 * Where a secret is kept; never the secret itself, so that it can be shown and stored.
 *
 * @param name of the environment variable, or the path of the file
 */
public record SecretPlace(Kind kind, String name) {

  /** The kinds of places. */
  public enum Kind {
    /** An environment variable. */
    VARIABLE,
    /** A file that only its owner may read and write. */
    FILE
  }

  public SecretPlace {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a secret's place must not be blank");
    }
  }

  public static SecretPlace variable(String name) {
    return new SecretPlace(Kind.VARIABLE, name);
  }

  public static SecretPlace file(String path) {
    return new SecretPlace(Kind.FILE, path);
  }

  /** {@return such as {@code variable TEAM_HOOK} or {@code file /home/ada/hook}} */
  @Override
  public String toString() {
    return (kind == Kind.VARIABLE ? "variable " : "file ") + name;
  }
}
