package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a statement is taken out of the block around it, so that its lines move to the left. */
final class Nesting {

  private Nesting() {}

  /**
   * {@return whether nothing behind the {@code if} being checked could take it for its own: it
   * stands in a block, or ends a row of {@code else if} that does}
   */
  static boolean isInBlock(RuleContext context, Tree statement) {
    Tree inner = statement;
    for (int i = 1; context.ancestor(i).isPresent(); i++) {
      Tree around = context.ancestor(i).orElseThrow();
      if (!(around instanceof IfTree row) || row.getElseStatement() != inner) {
        return around instanceof BlockTree || around instanceof CaseTree;
      }
      inner = row;
    }
    return false;
  }

  /**
   * {@return the edits that give the lines of {@code inner} behind the first the indentation of the
   * line of {@code outer}; empty where they are not indented alike}
   *
   * @param from behind which lines count, in {@code inner} or before it
   */
  static Optional<List<TextEdit>> outdented(int outer, Tree inner, int from, SyntaxTree file) {
    int start = file.start(inner);
    int end = file.end(inner);
    LineIndex lines = file.lines();
    if (lines.lineOf(from) == lines.lineOf(end)) {
      return Optional.of(List.of());
    }
    String less = indentation(outer, file);
    String more = indentation(start, file);
    boolean movable =
        more.length() > less.length()
            && more.startsWith(less)
            && start == lines.startOf(lines.lineOf(start)) + more.length()
            && !file.text().substring(from, end).contains("\"\"\"");
    return movable ? edits(lines.lineOf(from) + 1, end, less, more, file) : Optional.empty();
  }

  private static Optional<List<TextEdit>> edits(
      int firstLine, int end, String less, String more, SyntaxTree file) {
    LineIndex lines = file.lines();
    List<TextEdit> edits = new ArrayList<>();
    for (int line = firstLine; line <= lines.lineOf(end - 1); line++) {
      String text = lines.textOf(line);
      if (text.startsWith(more)) {
        int start = lines.startOf(line);
        edits.add(TextEdit.deletion(start + less.length(), start + more.length()));
      } else if (!text.isBlank()) {
        return Optional.empty();
      }
    }
    return Optional.of(edits);
  }

  private static String indentation(int offset, SyntaxTree file) {
    String text = file.lines().textOf(file.lines().lineOf(offset));
    return text.substring(0, text.length() - text.stripLeading().length());
  }
}
