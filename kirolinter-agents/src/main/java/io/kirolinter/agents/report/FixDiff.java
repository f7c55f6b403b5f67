package io.kirolinter.agents.report;

import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.source.TextEdits;
import java.util.ArrayList;
import java.util.List;

/** The lines that a fix touches, as they are and as they would be. */
final class FixDiff {

  private static final int MOST_LINES = 40;

  private final FileText file;
  private final List<DiffLine> lines = new ArrayList<>();

  private FixDiff(FileText file) {
    this.file = file;
  }

  /** {@return the lines; edits on the same or neighbouring lines are shown together} */
  static List<DiffLine> of(Fix fix, FileText file) {
    FixDiff diff = new FixDiff(file);
    List<TextEdit> together = new ArrayList<>();
    for (TextEdit edit : fix.edits().stream().sorted().toList()) {
      if (!together.isEmpty() && diff.firstLine(edit) > diff.lastLine(together) + 1) {
        diff.add(together);
        together.clear();
      }
      together.add(edit);
    }
    diff.add(together);
    return diff.capped();
  }

  private int firstLine(TextEdit edit) {
    return file.lines().lineOf(edit.start());
  }

  private int lastLine(List<TextEdit> edits) {
    return edits.stream().mapToInt(this::lastLine).max().orElseThrow();
  }

  private int lastLine(TextEdit edit) {
    return file.lines().lineOf(Math.max(edit.start(), edit.end() - 1));
  }

  private void add(List<TextEdit> edits) {
    int start = file.lines().startOf(firstLine(edits.get(0)));
    int end = file.lines().endOf(lastLine(edits));
    String before = file.text().substring(start, end);
    List<TextEdit> moved =
        edits.stream()
            .map(it -> new TextEdit(it.start() - start, it.end() - start, it.replacement()))
            .toList();
    addAll(DiffLine.Kind.REMOVED, before);
    addAll(DiffLine.Kind.ADDED, TextEdits.apply(before, moved));
  }

  private void addAll(DiffLine.Kind kind, String text) {
    LineIndex index = LineIndex.of(text);
    for (int line = 1; line <= index.lines(); line++) {
      lines.add(new DiffLine(kind, index.textOf(line)));
    }
  }

  private List<DiffLine> capped() {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<DiffLine> some = new ArrayList<>(lines.subList(0, MOST_LINES));
    int more = lines.size() - MOST_LINES;
    some.add(new DiffLine(DiffLine.Kind.SKIPPED, "and %,d more lines".formatted(more)));
    return some;
  }
}
