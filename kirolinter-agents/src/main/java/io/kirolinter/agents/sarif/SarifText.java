package io.kirolinter.agents.sarif;

import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The text of a file in which places are looked up. A file may have changed since the tool read it:
 * a place behind its end becomes the end.
 */
final class SarifText {

  private final String text;
  private final LineIndex lines;

  private SarifText(String text) {
    this.text = text;
    this.lines = LineIndex.of(text);
  }

  /** {@return the text of these bytes; of another encoding than UTF-8, its lines at least} */
  static SarifText of(byte[] bytes) {
    return new SarifText(
        SourceText.decode(bytes)
            .map(SourceText::text)
            .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  int lines() {
    return lines.lines();
  }

  SourceRange rangeOf(SarifLocation place, SarifRun run) {
    if (place.startLine.isPresent()) {
      return byLines(place, run);
    }
    return place.charOffset.isPresent() ? byOffset(place) : new SourceRange(1, 1, 1, 1);
  }

  /** {@return the flagged text, as far as it lies on its first line} */
  String textIn(SourceRange range) {
    String line = lines.textOf(Math.min(range.startLine(), Math.max(1, lines.lines())));
    int start = Math.min(range.startColumn() - 1, line.length());
    boolean oneLine = range.endLine() == range.startLine();
    int end = oneLine ? Math.min(range.endColumn() - 1, line.length()) : line.length();
    return line.substring(start, Math.max(start, end));
  }

  private SourceRange byLines(SarifLocation place, SarifRun run) {
    int line = known(place.startLine.orElse(1));
    int lastLine = Math.max(line, known(place.endLine.orElse(line)));
    int start = lines.startOf(line) + column(place.startColumn, line, indent(line), run);
    int lineEnd = lines.textOf(lastLine).length();
    int end = lines.startOf(lastLine) + column(place.endColumn, lastLine, lineEnd, run);
    return lines.range(start, Math.max(start, end));
  }

  private SourceRange byOffset(SarifLocation place) {
    int start = Math.min(place.charOffset.orElse(0), text.length());
    int line = lines.lineOf(start);
    int lineEnd = Math.max(start, lines.startOf(line) + lines.textOf(line).length());
    long end = place.charLength.isPresent() ? (long) start + place.charLength.getAsInt() : lineEnd;
    return lines.range(start, (int) Math.min(end, text.length()));
  }

  private int known(int line) {
    return Math.max(1, Math.min(line, lines.lines()));
  }

  private int indent(int line) {
    String content = lines.textOf(line);
    return content.length() - content.stripLeading().length();
  }

  /** {@return how many UTF-16 units of the line come before a column} */
  private int column(OptionalInt column, int line, int otherwise, SarifRun run) {
    if (column.isEmpty() || column.getAsInt() < 1) {
      return otherwise;
    }
    String content = lines.textOf(line);
    int before = column.getAsInt() - 1;
    boolean fits = before <= content.codePointCount(0, content.length());
    return run.columnsInCodePoints && fits
        ? content.offsetByCodePoints(0, before)
        : Math.min(before, content.length());
  }
}
