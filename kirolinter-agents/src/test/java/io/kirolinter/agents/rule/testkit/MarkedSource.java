package io.kirolinter.agents.rule.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A source without its marker comments, and what they say.
 *
 * @param text the source; its lines have the numbers that they had with the markers
 */
record MarkedSource(String text, List<Mark> marks) {

  private static final String MARKER = "// finding:";

  /**
   * One expected finding.
   *
   * @param line from 1
   * @param message a part of the finding's message; empty when any will do
   */
  record Mark(int line, String message) {}

  MarkedSource {
    marks = List.copyOf(marks);
  }

  /** Reads the markers; a line that holds several markers expects several findings. */
  static MarkedSource of(String source) {
    List<Mark> marks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : source.split("\n", -1)) {
      String[] parts = line.split("[ \t]*" + MARKER, -1);
      lines.add(parts[0]);
      Arrays.stream(parts)
          .skip(1)
          .forEach(message -> marks.add(new Mark(lines.size(), message.strip())));
    }
    return new MarkedSource(String.join("\n", lines), marks);
  }
}
