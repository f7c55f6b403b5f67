package io.kirolinter.cli.output;

import io.kirolinter.core.finding.Severity;

/** How text is set off: with colours, or not at all. */
public enum TextStyle {
  PLAIN,
  COLOURED;

  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final String RED = "31";
  private static final String BOLD_RED = "1;31";
  private static final String YELLOW = "33";
  private static final String CYAN = "36";

  String strong(String text) {
    return in(BOLD, text);
  }

  String faint(String text) {
    return in(FAINT, text);
  }

  String alarming(String text) {
    return in(BOLD_RED, text);
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case CRITICAL -> in(BOLD_RED, text);
      case HIGH -> in(RED, text);
      case MEDIUM -> in(YELLOW, text);
      case LOW -> in(CYAN, text);
    };
  }

  private String in(String colour, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\033[" + colour + "m" + text + "\033[0m";
  }
}
