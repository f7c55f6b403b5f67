package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.TextEdit;

/**
 * The lines of an import that nobody needs. Where it stands by itself between empty lines, one of
 * these goes with it, so that no gap stays. Of several together, each may be left where it is, and
 * then needs the empty lines: so they stay.
 */
final class ImportLines {

  private ImportLines() {}

  /** {@return the deletion of an import} */
  static TextEdit deletion(SyntaxTree file, int start, int end) {
    LineIndex lines = file.lines();
    TextEdit plain = Deletions.ofWholeLines(file, start, end);
    int line = lines.lineOf(start);
    boolean byItself =
        plain.start() == lines.startOf(line)
            && plain.end() == lines.endOf(line)
            && (line == 1 || isEmpty(lines, line - 1))
            && line < lines.lines()
            && isEmpty(lines, line + 1);
    return byItself ? TextEdit.deletion(plain.start(), lines.endOf(line + 1)) : plain;
  }

  private static boolean isEmpty(LineIndex lines, int line) {
    return lines.textOf(line).isBlank();
  }
}
