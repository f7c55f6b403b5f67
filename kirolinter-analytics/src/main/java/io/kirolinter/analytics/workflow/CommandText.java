package io.kirolinter.analytics.workflow;

/** Words of a command that people can paste into a shell. */
public final class CommandText {

  private CommandText() {}

  /** {@return the word as a shell takes it for one} */
  public static String quoted(String word) {
    return word.matches("[\\w./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
