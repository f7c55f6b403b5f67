package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code if (c) return true; else return false;}, with or without the {@code else}. The last of a
 * row of such conditions is left alone: there the form is the same for all of them on purpose.
 */
public final class BooleanReturn implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boolean-return"),
          "Condition that only returns itself",
          "The condition is already the value that is returned.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:SimplifyBooleanReturns", "sonar:S1126", "checkstyle:SimplifyBooleanReturn"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.IF);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    IfTree condition = (IfTree) tree;
    Optional<Boolean> first = returnedBy(condition.getThenStatement());
    if (first.isEmpty()) {
      return;
    }
    Optional<? extends StatementTree> other = otherwise(condition, context);
    Optional<Boolean> second = other.flatMap(BooleanReturn::returnedBy);
    if (second.isPresent() && !second.equals(first)) {
      report(condition, context.file().end(other.orElseThrow()), first.get(), context);
    }
  }

  /** {@return the boolean literal that a statement returns, if it does just that} */
  private static Optional<Boolean> returnedBy(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      return block.getStatements().size() == 1
          ? returnedBy(block.getStatements().get(0))
          : Optional.empty();
    }
    return statement instanceof ReturnTree returned
            && returned.getExpression() instanceof LiteralTree literal
            && literal.getValue() instanceof Boolean value
        ? Optional.of(value)
        : Optional.empty();
  }

  private static Optional<? extends StatementTree> otherwise(
      IfTree condition, RuleContext context) {
    if (condition.getElseStatement() != null) {
      return Optional.of(condition.getElseStatement());
    }
    if (!(context.parent().orElseThrow() instanceof BlockTree block)) {
      return Optional.empty();
    }
    List<? extends StatementTree> row = block.getStatements();
    int index = row.indexOf(condition);
    boolean oneOfMany =
        index > 0
            && row.get(index - 1) instanceof IfTree before
            && endsWithReturn(before.getThenStatement());
    boolean returnFollows =
        index + 1 < row.size() && row.get(index + 1) instanceof ReturnTree && !oneOfMany;
    return returnFollows ? Optional.of(row.get(index + 1)) : Optional.empty();
  }

  private static boolean endsWithReturn(StatementTree statement) {
    if (statement instanceof BlockTree block && !block.getStatements().isEmpty()) {
      return endsWithReturn(block.getStatements().get(block.getStatements().size() - 1));
    }
    return statement instanceof ReturnTree;
  }

  private static void report(IfTree condition, int end, boolean returnsTrue, RuleContext context) {
    int start = context.file().start(condition);
    ExpressionTree asked = Conditions.bare(condition.getCondition());
    String better =
        returnsTrue
            ? "return " + context.textOf(asked) + ";"
            : "return " + Conditions.opposite(asked, context) + ";";
    String message = "return the condition itself instead of asking it";
    boolean fixable = Conditions.isBoolean(asked, context) || returnsPrimitive(context);
    if (fixable && !CommentsNearby.onOrBefore(start, end, context)) {
      context.report(
          start, end, message, "Return the condition", List.of(new TextEdit(start, end, better)));
    } else {
      context.report(start, end, message);
    }
  }

  /** Then the condition is unboxed where it is returned, as it is where it is asked. */
  private static boolean returnsPrimitive(RuleContext context) {
    boolean inLambda =
        context
            .enclosing(LambdaExpressionTree.class)
            .filter(
                lambda ->
                    context
                        .enclosing(MethodTree.class)
                        .filter(
                            method -> context.file().start(method) > context.file().start(lambda))
                        .isEmpty())
            .isPresent();
    return !inLambda
        && context
            .enclosing(MethodTree.class)
            .flatMap(method -> Scopes.simpleName(method.getReturnType()))
            .filter("boolean"::equals)
            .isPresent();
  }
}
