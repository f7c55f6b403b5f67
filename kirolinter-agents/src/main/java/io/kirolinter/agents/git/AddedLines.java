package io.kirolinter.agents.git;

import io.kirolinter.core.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines that files have gained, as git's diffs without context tell. */
final class AddedLines {

  private static final String NEW_SIDE = "+++ ";
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);

  /** The quotes themselves are left out. */
  private static final Pattern QUOTED = Pattern.compile("\\\\([0-7]{3}|.)|[^\"\\\\]");

  private final byte[] diff;
  private final Map<SourcePath, BitSet> lines = new HashMap<>();
  private BitSet current = new BitSet();
  private int at;

  private AddedLines(byte[] diff) {
    this.diff = diff;
  }

  /**
   * {@return the lines, from 1, that each file has gained}
   *
   * @param diff with the prefix {@code b/} before the names of the new side
   */
  static Map<SourcePath, BitSet> in(byte[] diff) {
    AddedLines reader = new AddedLines(diff);
    while (reader.at < diff.length) {
      reader.header(reader.line());
    }
    return reader.lines;
  }

  private void header(String line) {
    if (line.startsWith(NEW_SIDE)) {
      current = new BitSet();
      path(line.substring(NEW_SIDE.length())).ifPresent(path -> lines.put(path, current));
      return;
    }
    Matcher hunk = HUNK.matcher(line);
    if (hunk.matches()) {
      int removed = count(hunk.group(1));
      int first = count(hunk.group(2));
      int added = count(hunk.group(3));
      current.set(first, first + added);
      skip(removed + added);
    }
  }

  private static int count(@Nullable String written) {
    return written == null ? 1 : Integer.parseInt(written);
  }

  /** Lines of code may look like headers, so they are counted and not looked at. */
  private void skip(int count) {
    for (int left = count; left > 0 && at < diff.length; ) {
      boolean remark = diff[at] == '\\'; // that the file does not end with a line feed
      line();
      left -= remark ? 0 : 1;
    }
  }

  /** A line ends with a line feed and nothing else: carriage returns are part of the code. */
  private String line() {
    int start = at;
    while (at < diff.length && diff[at] != '\n') {
      at++;
    }
    at++;
    return new String(diff, start, at - 1 - start, StandardCharsets.UTF_8);
  }

  /** {@code b/a/B.java}, then a tab if it has blanks; {@code "b/\"B.java"} if it has worse. */
  private static Optional<SourcePath> path(String written) {
    String name = written.startsWith("\"") ? unquoted(written) : written.replaceFirst("\t$", "");
    return name.startsWith("b/") ? Optional.of(SourcePath.of(name.substring(2))) : Optional.empty();
  }

  private static String unquoted(String quoted) {
    StringBuilder name = new StringBuilder();
    Matcher part = QUOTED.matcher(quoted);
    while (part.find()) {
      String escaped = part.group(1);
      name.append(escaped == null ? part.group() : meaning(escaped));
    }
    return name.toString();
  }

  private static String meaning(String escaped) {
    int control = "abtnvfr".indexOf(escaped.charAt(0));
    if (control >= 0) {
      return String.valueOf((char) (7 + control));
    }
    return escaped.length() == 3 ? String.valueOf((char) Integer.parseInt(escaped, 8)) : escaped;
  }
}
