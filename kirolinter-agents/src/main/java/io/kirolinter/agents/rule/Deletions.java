package io.kirolinter.agents.rule;

import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.source.TextEdit;

/** Deletions that leave the lines around them as a person would. */
public final class Deletions {

  private Deletions() {}

  /**
   * {@return the deletion of a stretch together with its line, if nothing else stands on the lines
   * that it covers; else of the stretch and the blanks before it}
   */
  public static TextEdit ofWholeLines(SyntaxTree file, int start, int end) {
    int lineStart = file.lines().startOf(file.lines().lineOf(start));
    int lineEnd = file.lines().endOf(file.lines().lineOf(Math.max(start, end - 1)));
    boolean alone =
        file.text().substring(lineStart, start).isBlank()
            && file.text().substring(end, lineEnd).isBlank();
    return alone ? TextEdit.deletion(lineStart, lineEnd) : withBlanksBefore(file, start, end);
  }

  private static TextEdit withBlanksBefore(SyntaxTree file, int start, int end) {
    int from = start;
    while (from > 0 && " \t".indexOf(file.text().charAt(from - 1)) >= 0) {
      from--;
    }
    return TextEdit.deletion(from, end);
  }
}
