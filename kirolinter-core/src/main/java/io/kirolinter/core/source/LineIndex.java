package io.kirolinter.core.source;

import java.util.Arrays;

/**
 * Maps offsets of a text to lines and columns. A line ends with {@code \n}, {@code \r\n} or {@code
 * \r}.
 */
public final class LineIndex {

  private final String text;
  private final int[] starts;

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static LineIndex of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      // The first test, which nearly every char fails, spares the call.
      if (text.charAt(i) <= '\r' && endsLine(text, i)) {
        starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
        starts[count++] = i + 1;
      }
    }
    return new LineIndex(text, Arrays.copyOf(starts, count));
  }

  /** {@return how many lines there are; the end after a last line break is no line of its own} */
  public int lines() {
    boolean endsWithBreak = starts[starts.length - 1] == text.length();
    return endsWithBreak ? starts.length - 1 : starts.length;
  }

  /** {@return the line, from 1, that holds the char at {@code offset}} */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** {@return the offset of the first char of {@code line}, which counts from 1} */
  public int startOf(int line) {
    return starts[line - 1];
  }

  /** {@return the offset behind the line break of {@code line}, or the end of the text} */
  public int endOf(int line) {
    return line < starts.length ? starts[line] : text.length();
  }

  /** {@return the text of {@code line}, without its line break} */
  public String textOf(int line) {
    int end = endOf(line);
    while (end > startOf(line) && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(startOf(line), end);
  }

  public SourceRange range(int startOffset, int endOffset) {
    int startLine = lineOf(startOffset);
    int endLine = lineOf(endOffset);
    return new SourceRange(
        startLine, startOffset - startOf(startLine) + 1, endLine, endOffset - startOf(endLine) + 1);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }
}
