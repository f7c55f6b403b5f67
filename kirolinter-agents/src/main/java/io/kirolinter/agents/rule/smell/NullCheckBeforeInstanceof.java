package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code x != null && x instanceof T}, or its opposite with {@code ||}. */
public final class NullCheckBeforeInstanceof implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("null-check-before-instanceof"),
          "Null check before instanceof",
          "As null is an instance of nothing, instanceof asks for it already.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:SimplifyConditional", "sonar:S4201"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CONDITIONAL_AND, Tree.Kind.CONDITIONAL_OR);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree chain = (BinaryTree) tree;
    tested(chain)
        .ifPresent(
            tested -> {
              ExpressionTree before = operandBeforeLast(chain);
              if (isNullCheck(before, tested, chain.getKind(), context)) {
                report(before, chain.getRightOperand(), context);
              }
            });
  }

  /** {@return what the last operand tests with {@code instanceof}} */
  private static Optional<ExpressionTree> tested(BinaryTree chain) {
    ExpressionTree last = Expressions.inner(chain.getRightOperand());
    if (chain.getKind() == Tree.Kind.CONDITIONAL_OR) {
      boolean negated = last.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
      last = negated ? Expressions.inner(((UnaryTree) last).getExpression()) : chain;
    }
    return last instanceof InstanceOfTree test
        ? Optional.of(test.getExpression())
        : Optional.empty();
  }

  private static ExpressionTree operandBeforeLast(BinaryTree chain) {
    ExpressionTree left = chain.getLeftOperand();
    return left instanceof BinaryTree binary && left.getKind() == chain.getKind()
        ? binary.getRightOperand()
        : left;
  }

  private static boolean isNullCheck(
      ExpressionTree before, ExpressionTree tested, Tree.Kind chain, RuleContext context) {
    Tree.Kind expected =
        chain == Tree.Kind.CONDITIONAL_AND ? Tree.Kind.NOT_EQUAL_TO : Tree.Kind.EQUAL_TO;
    return Expressions.inner(before) instanceof BinaryTree check
        && check.getKind() == expected
        && Expressions.isRepeatable(tested)
        && (comparesWithNull(check.getLeftOperand(), check.getRightOperand(), tested, context)
            || comparesWithNull(check.getRightOperand(), check.getLeftOperand(), tested, context));
  }

  private static boolean comparesWithNull(
      ExpressionTree one, ExpressionTree other, ExpressionTree tested, RuleContext context) {
    return other.getKind() == Tree.Kind.NULL_LITERAL
        && Expressions.sayTheSame(context.file(), one, tested);
  }

  private static void report(ExpressionTree check, ExpressionTree test, RuleContext context) {
    int start = context.file().start(check);
    int end = context.file().start(test);
    String message = "instanceof is false for null; the check before it asks nothing";
    if (context.hasComment(start, end)) {
      context.report(check, message);
    } else {
      context.report(
          check, message, "Remove the null check", List.of(TextEdit.deletion(start, end)));
    }
  }
}
