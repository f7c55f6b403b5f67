package io.kirolinter.agents.habit;

import java.util.List;

/** Ways of laying out a file, by its text alone. */
final class LayoutHabits {

  private static final int MOST_SPACES = 8;

  private LayoutHabits() {}

  static void count(String text, Tally tally) {
    if (text.indexOf('\n') >= 0) {
      tally.add(Topic.LINE_ENDS, text.contains("\r\n") ? "CR LF" : "LF");
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      countBrace(lines.get(i), tally);
      if (i > 0 && lines.get(i - 1).stripTrailing().endsWith("{")) {
        countIndentation(lines.get(i - 1), lines.get(i), tally);
      }
    }
  }

  private static void countBrace(String line, Tally tally) {
    String code = line.strip();
    if (code.equals("{")) {
      tally.add(Topic.OPENING_BRACE, "on the next line");
    } else if (code.endsWith(") {")) {
      tally.add(Topic.OPENING_BRACE, "on the same line");
    }
  }

  private static void countIndentation(String outer, String inner, Tally tally) {
    int deeper = blanks(inner) - blanks(outer);
    if (inner.isBlank() || deeper <= 0) {
      return;
    }
    if (inner.startsWith("\t")) {
      tally.add(Topic.INDENTATION, "tabs");
    } else if (deeper <= MOST_SPACES) {
      tally.add(Topic.INDENTATION, deeper + " spaces");
    }
  }

  private static int blanks(String line) {
    return line.length() - line.stripLeading().length();
  }
}
