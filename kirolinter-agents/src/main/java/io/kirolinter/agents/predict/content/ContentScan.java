package io.kirolinter.agents.predict.content;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts in the text of a Java file, in one pass and without understanding it. In what does not
 * compile, it counts something.
 */
final class ContentScan {

  private static final Set<String> BRANCHES = Set.of("if", "for", "while", "case", "catch");
  private static final String TEXT_BLOCK = "\"\"\"";

  private final String text;
  private final Set<Integer> types = new HashSet<>();
  private int at;
  private int lines;
  private int branches;
  private boolean lineHasCode;

  /** Inside an import or the package, whose names do not count. */
  private boolean inHeader;

  private ContentScan(String text) {
    this.text = text;
  }

  static Content of(byte[] bytes) {
    ContentScan scan = new ContentScan(new String(bytes, StandardCharsets.UTF_8));
    while (scan.at < scan.text.length()) {
      scan.step();
    }
    return scan.content();
  }

  private Content content() {
    boolean open = !text.isEmpty() && !text.endsWith("\n");
    if (open) {
      endLine();
    }
    return new Content(Math.max(1, lines), branches, types);
  }

  private void step() {
    char now = text.charAt(at);
    if (now == '/' && next() == '/') {
      skipTo("\n", at + 2);
    } else if (now == '/' && next() == '*') {
      skipPast("*/", at + 2);
    } else if (text.startsWith(TEXT_BLOCK, at)) {
      lineHasCode = true;
      skipPast(TEXT_BLOCK, at + TEXT_BLOCK.length());
    } else if (now == '"' || now == '\'') {
      lineHasCode = true;
      skipQuoted(now);
    } else if (Character.isJavaIdentifierStart(now)) {
      word();
    } else {
      sign(now);
    }
  }

  private void sign(char now) {
    if (now == '\n') {
      endLine();
    } else if (!Character.isWhitespace(now)) {
      lineHasCode = true;
    }
    boolean pair = (now == '&' || now == '|') && next() == now;
    branches += pair || (now == '?' && !isWildcard()) ? 1 : 0;
    if (now == ';') {
      inHeader = false;
    }
    at += pair ? 2 : 1;
  }

  private void word() {
    boolean first = !lineHasCode;
    lineHasCode = true;
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    branches += BRANCHES.contains(word) ? 1 : 0;
    inHeader |= first && (word.equals("import") || word.equals("package"));
    if (!inHeader && Character.isUpperCase(word.charAt(0))) {
      types.add(Content.typeOf(word));
    }
  }

  /** A question mark for a type: {@code ?>}, {@code ? extends T}. */
  private boolean isWildcard() {
    int after = at + 1;
    while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
      after++;
    }
    return text.startsWith(">", after)
        || text.startsWith(",", after)
        || text.startsWith("extends", after)
        || text.startsWith("super", after);
  }

  /** Quotes that are not closed end with their line. */
  private void skipQuoted(char quote) {
    for (at++; at < text.length() && text.charAt(at) != '\n'; at++) {
      if (text.charAt(at) == quote) {
        at++;
        return;
      }
      at += text.charAt(at) == '\\' ? 1 : 0;
    }
    at = Math.min(at, text.length());
  }

  private void skipPast(String end, int from) {
    skipTo(end, from);
    at = Math.min(text.length(), at + end.length());
  }

  private void skipTo(String end, int from) {
    int found = text.indexOf(end, from);
    int stop = found < 0 ? text.length() : found;
    for (; at < stop; at++) {
      if (text.charAt(at) == '\n') {
        endLine();
      }
    }
  }

  private void endLine() {
    lines++;
    lineHasCode = false;
  }

  private char next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : 0;
  }
}
