package io.kirolinter.agents.rule.security;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What is written down in a file and cannot be chosen by anybody at run time. */
final class Constants {

  /** Constants that are named after each other in a circle end here. */
  private static final int DEEPEST = 4;

  private Constants() {}

  /**
   * {@return the text of a literal, of literals put together or chosen from, or of a final variable
   * that is given such a text where it is declared}
   */
  static Optional<String> textOf(ExpressionTree expression, RuleContext context) {
    return textOf(expression, context, DEEPEST);
  }

  private static Optional<String> textOf(
      ExpressionTree expression, RuleContext context, int depth) {
    ExpressionTree inner = Expressions.inner(expression);
    if (depth == 0) {
      return Optional.empty();
    }
    if (inner instanceof BinaryTree chain && chain.getKind() == Tree.Kind.PLUS) {
      return joined(chain, context, depth - 1);
    }
    if (inner instanceof ConditionalExpressionTree choice) {
      return oneOf(choice, context, depth - 1);
    }
    return Expressions.stringIn(inner).or(() -> variable(inner, context, depth - 1));
  }

  /** Whichever is taken, it was written down; the first stands for both. */
  private static Optional<String> oneOf(
      ConditionalExpressionTree choice, RuleContext context, int depth) {
    return textOf(choice.getFalseExpression(), context, depth)
        .flatMap(other -> textOf(choice.getTrueExpression(), context, depth));
  }

  private static Optional<String> joined(BinaryTree chain, RuleContext context, int depth) {
    var texts =
        Expressions.operandsOf(chain).stream()
            .map(operand -> textOf(operand, context, depth))
            .toList();
    return texts.stream().allMatch(Optional::isPresent)
        ? Optional.of(texts.stream().map(Optional::get).collect(Collectors.joining()))
        : Optional.empty();
  }

  private static Optional<String> variable(ExpressionTree name, RuleContext context, int depth) {
    return context
        .scopes()
        .declarationOf(name)
        .filter(variable -> neverChanges(variable, context))
        .map(VariableTree::getInitializer)
        .flatMap(value -> textOf(value, context, depth));
  }

  /** {@return whether a variable keeps the value that its declaration gives it} */
  static boolean neverChanges(VariableTree variable, RuleContext context) {
    return variable.getModifiers().getFlags().contains(Modifier.FINAL)
        || WrittenVariables.isWrittenOnce(variable, context);
  }
}
