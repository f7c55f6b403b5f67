package io.kirolinter.agents.fix.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The change of one file as {@code diff -u} shows it, so that {@code git apply} and {@code patch
 * -p1} make of the old bytes exactly the new ones: a carriage return stays part of its line, a byte
 * order mark of the first one, and a missing end of the last line is marked.
 */
public final class UnifiedDiff {

  private static final int CONTEXT_LINES = 3;
  private static final String NO_END = "\\ No newline at end of file";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private UnifiedDiff() {}

  /** {@return the diff, each line of which ends with a line feed; empty if nothing differs} */
  public static String of(SourcePath path, SourceText before, SourceText after) {
    List<String> old = lines(before);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            name("a/", path),
            name("b/", path),
            old,
            DiffUtils.diff(old, lines(after)),
            CONTEXT_LINES);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  /**
   * The mark of a missing end is part of the last line, so that it differs from one with an end.
   */
  private static List<String> lines(SourceText file) {
    String mark = file.start() == SourceText.Start.BYTE_ORDER_MARK ? BYTE_ORDER_MARK : "";
    List<String> lines = new ArrayList<>(List.of((mark + file.text()).split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + "\n" + NO_END);
    }
    return lines;
  }

  /** As git writes it: in quotes where needed; a tab ends a name with spaces. */
  private static String name(String side, SourcePath path) {
    String name = side + path;
    if (name.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 0x7F)) {
      return '"' + quoted(name) + '"';
    }
    return name.indexOf(' ') < 0 ? name : name + "\t";
  }

  private static String quoted(String name) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F) {
        quoted.append("\\%03o".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }
}
