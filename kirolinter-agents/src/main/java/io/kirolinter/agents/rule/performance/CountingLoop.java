package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import java.util.Optional;
import javax.lang.model.element.Name;

/**
 * A loop that counts a variable up from 0.
 *
 * @param index the variable
 * @param limit which it does not reach; evaluating it has no effect
 */
record CountingLoop(Name index, ExpressionTree limit) {

  /** {@return the loop as one that counts; empty for one that does anything else} */
  static Optional<CountingLoop> of(ForLoopTree loop) {
    boolean simple = loop.getInitializer().size() == 1 && loop.getUpdate().size() == 1;
    return simple
            && loop.getInitializer().get(0) instanceof VariableTree index
            && startsAtZero(index)
            && loop.getCondition() instanceof BinaryTree test
            && test.getKind() == Tree.Kind.LESS_THAN
            && isNamed(test.getLeftOperand(), index.getName())
            && Expressions.isRepeatable(test.getRightOperand())
            && countsUp(loop.getUpdate().get(0).getExpression(), index.getName())
        ? Optional.of(new CountingLoop(index.getName(), test.getRightOperand()))
        : Optional.empty();
  }

  /** {@return what {@code i}, {@code i + x} or {@code x + i} is in the first round} */
  Optional<String> firstOf(ExpressionTree place, RuleContext context) {
    if (isNamed(place, index)) {
      return Optional.of("0");
    }
    if (!(place instanceof BinaryTree sum) || sum.getKind() != Tree.Kind.PLUS) {
      return Optional.empty();
    }
    boolean isLeft = isNamed(sum.getLeftOperand(), index);
    ExpressionTree offset = isLeft ? sum.getRightOperand() : sum.getLeftOperand();
    boolean isRight = isNamed(sum.getRightOperand(), index);
    boolean isFixed = offset instanceof IdentifierTree || offset instanceof LiteralTree;
    return isLeft != isRight && isFixed ? Optional.of(context.textOf(offset)) : Optional.empty();
  }

  private static boolean startsAtZero(VariableTree index) {
    return index.getInitializer() instanceof LiteralTree start
        && Integer.valueOf(0).equals(start.getValue());
  }

  private static boolean countsUp(ExpressionTree update, Name index) {
    boolean increments =
        update.getKind() == Tree.Kind.POSTFIX_INCREMENT
            || update.getKind() == Tree.Kind.PREFIX_INCREMENT;
    return increments && isNamed(((UnaryTree) update).getExpression(), index);
  }

  private static boolean isNamed(ExpressionTree expression, Name name) {
    return expression instanceof IdentifierTree identifier && identifier.getName().equals(name);
  }
}
