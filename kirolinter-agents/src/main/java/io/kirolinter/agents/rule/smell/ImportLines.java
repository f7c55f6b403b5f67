package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ImportTree;
import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.TextEdit;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of imports that nobody needs. Where a whole group of them goes, one of the two empty
 * lines around it goes with its last line, so that no gap stays.
 */
final class ImportLines {

  private final SyntaxTree file;
  private final LineIndex lines;

  /** Those that go as whole lines. */
  private final Set<Integer> going = new TreeSet<>();

  private ImportLines(SyntaxTree file) {
    this.file = file;
    lines = file.lines();
  }

  static ImportLines of(Collection<ImportTree> needless, SyntaxTree file) {
    ImportLines all = new ImportLines(file);
    needless.stream()
        .filter(one -> all.isOneLine(all.plain(one)))
        .forEach(one -> all.going.add(all.lines.lineOf(file.start(one))));
    return all;
  }

  /** {@return the deletion of one of them} */
  TextEdit deletion(ImportTree one) {
    TextEdit plain = plain(one);
    int line = lines.lineOf(file.start(one));
    boolean leavesGap =
        going.contains(line) && line < lines.lines() && isEmpty(line + 1) && isEmptyBefore(line);
    return leavesGap ? TextEdit.deletion(plain.start(), lines.endOf(line + 1)) : plain;
  }

  private boolean isOneLine(TextEdit deletion) {
    int line = lines.lineOf(deletion.start());
    return deletion.start() == lines.startOf(line) && deletion.end() == lines.endOf(line);
  }

  private boolean isEmptyBefore(int line) {
    int before = line - 1;
    while (going.contains(before)) {
      before--;
    }
    return before < 1 || isEmpty(before);
  }

  private boolean isEmpty(int line) {
    return lines.textOf(line).isBlank();
  }

  private TextEdit plain(ImportTree one) {
    return Deletions.ofWholeLines(file, file.start(one), file.end(one));
  }
}
