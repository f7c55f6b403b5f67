package io.kirolinter.agents.syntax;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import java.util.List;

/**
 * One parsed file. Trees of one parsing share state of the compiler: use them in the thread that
 * parsed them.
 *
 * @param errors where the file is not Java; the tree is then the parser's guess, fit for findings
 *     but never for fixes
 */
public record SyntaxTree(
    SourcePath path,
    String text,
    CompilationUnitTree unit,
    SourcePositions positions,
    LineIndex lines,
    List<SyntaxError> errors) {

  public SyntaxTree {
    errors = List.copyOf(errors);
  }

  /** {@return the offset of the first char of a tree; -1 for one that is not in the text} */
  public int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  /** {@return the offset behind the last char of a tree; -1 for one that is not in the text} */
  public int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }

  /** {@return whether a tree stands in the text; those that the parser made up do not} */
  public boolean isWritten(Tree tree) {
    int start = start(tree);
    return start >= 0 && end(tree) >= start;
  }

  /** {@return the text of a tree that {@linkplain #isWritten is written}} */
  public String textOf(Tree tree) {
    return text.substring(start(tree), end(tree));
  }
}
