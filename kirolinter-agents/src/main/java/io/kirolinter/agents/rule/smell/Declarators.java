package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.RuleContext;
import java.util.List;

/** Variables that are declared together, as in {@code int a, b;}. */
final class Declarators {

  private Declarators() {}

  /** {@return whether the variable being checked shares its type with no other} */
  static boolean isAlone(VariableTree variable, RuleContext context) {
    return together(variable, context).size() == 1;
  }

  /** {@return whether the variable being checked is the first, or the only one} */
  static boolean isFirst(VariableTree variable, RuleContext context) {
    return together(variable, context).get(0) == variable;
  }

  private static List<? extends Tree> together(VariableTree variable, RuleContext context) {
    int start = startOf(variable, context);
    List<? extends Tree> all =
        siblings(context).stream()
            .filter(
                sibling ->
                    sibling instanceof VariableTree other && startOf(other, context) == start)
            .toList();
    return all.isEmpty() ? List.of(variable) : all;
  }

  /** A type without position is implicit, and then the variable's own start tells. */
  private static int startOf(VariableTree variable, RuleContext context) {
    Tree type = variable.getType();
    int start = type == null ? -1 : context.file().start(type);
    return start < 0 ? context.file().start(variable) : start;
  }

  private static List<? extends Tree> siblings(RuleContext context) {
    Tree parent = context.parent().orElseThrow();
    if (parent instanceof ClassTree type) {
      return type.getMembers();
    }
    if (parent instanceof BlockTree block) {
      return block.getStatements();
    }
    if (parent instanceof ForLoopTree loop) {
      return loop.getInitializer();
    }
    return parent instanceof CaseTree group && group.getStatements() != null
        ? group.getStatements()
        : List.of();
  }
}
