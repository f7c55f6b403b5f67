package io.kirolinter.agents.report;

import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.Collection;
import java.util.Optional;

/** The text of an analysed file, which may have changed since. */
record FileText(String text, LineIndex lines) {

  static FileText of(String text) {
    return new FileText(text, LineIndex.of(text));
  }

  /** {@return whether all edits end within the text} */
  boolean holds(Collection<TextEdit> edits) {
    return edits.stream().allMatch(edit -> edit.end() <= text.length());
  }

  /** {@return the text of the range, if there is one} */
  Optional<String> textOf(SourceRange range) {
    int start = offset(range.startLine(), range.startColumn());
    int end = offset(range.endLine(), range.endColumn());
    return 0 <= start && start <= end && end <= text.length()
        ? Optional.of(text.substring(start, end))
        : Optional.empty();
  }

  private int offset(int line, int column) {
    return line <= lines.lines() ? lines.startOf(line) + column - 1 : text.length();
  }
}
