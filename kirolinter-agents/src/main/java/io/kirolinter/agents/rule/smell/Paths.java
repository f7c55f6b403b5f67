package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Counts the independent paths through a method, McCabe's cyclomatic complexity. */
final class Paths extends TreeScanner<@Nullable Void, @Nullable Void> {

  private int paths = 1;

  private Paths() {}

  /** {@return 1 and one more for each decision; classes inside the method are not counted} */
  static int in(MethodTree method) {
    Paths counter = new Paths();
    counter.scan(method.getBody(), null);
    return counter.paths;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
    if (tree instanceof ClassTree) {
      return null;
    }
    if (tree != null) {
      paths += decisions(tree);
    }
    return super.scan(tree, none);
  }

  private static int decisions(Tree tree) {
    return switch (tree.getKind()) {
      case IF,
          FOR_LOOP,
          ENHANCED_FOR_LOOP,
          WHILE_LOOP,
          DO_WHILE_LOOP,
          CATCH,
          CONDITIONAL_EXPRESSION,
          CONDITIONAL_AND,
          CONDITIONAL_OR ->
          1;
      case CASE -> ((CaseTree) tree).getExpressions().isEmpty() ? 0 : 1;
      default -> 0;
    };
  }
}
