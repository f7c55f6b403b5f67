package io.kirolinter.cli.dialogue;

import io.kirolinter.cli.environment.Environment;

/** Whether text for people is coloured. */
public enum Colours {
  ON,
  OFF;

  private static final String ESCAPE = "\u001B[";

  /** {@return colours for a person at a terminal who has not turned them off} */
  public static Colours of(Environment environment, boolean off) {
    boolean person = environment.terminal() == Environment.Terminal.PRESENT;
    boolean unwanted =
        off
            || !environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
            || environment.variables().getOrDefault("TERM", "").equals("dumb");
    return person && !unwanted ? ON : OFF;
  }

  /** {@return a diff, whose lines have the colours that git gives them} */
  String diff(String diff) {
    StringBuilder text = new StringBuilder();
    diff.lines().forEach(line -> text.append(diffLine(line)).append('\n'));
    return text.toString();
  }

  String bold(String text) {
    return painted("1", text);
  }

  private String diffLine(String line) {
    if (line.startsWith("+")) {
      return painted("32", line);
    }
    if (line.startsWith("-")) {
      return painted("31", line);
    }
    return line.startsWith("@@") ? painted("36", line) : line;
  }

  private String painted(String code, String text) {
    return this == ON ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
