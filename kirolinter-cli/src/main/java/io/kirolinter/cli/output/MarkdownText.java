package io.kirolinter.cli.output;

/** Markdown as plain text for a terminal: headings underlined, code indented, marks left out. */
public final class MarkdownText {

  private static final String FENCE = "```";
  private static final String INDENT = "    ";

  private MarkdownText() {}

  /** {@return the text} */
  public static String of(String markdown) {
    StringBuilder text = new StringBuilder();
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (code) {
        text.append(line.isEmpty() ? "" : INDENT + line).append('\n');
      } else {
        text.append(plain(line)).append('\n');
      }
    }
    return text.toString();
  }

  private static String plain(String line) {
    if (line.startsWith("# ")) {
      return underlined(line.substring(2), "=");
    }
    return line.startsWith("## ") ? underlined(line.substring(3), "-") : withoutMarks(line);
  }

  private static String underlined(String heading, String with) {
    String text = withoutMarks(heading);
    return text + "\n" + with.repeat(text.length());
  }

  /** Back quotes stay out, and of a link its text stays. */
  private static String withoutMarks(String line) {
    return line.replaceAll("\\[([^\\]]+)\\]\\([^)]+\\)", "$1").replaceAll("`([^`]+)`", "$1");
  }
}
