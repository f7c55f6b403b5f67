package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
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

/** A conditional expression with a boolean literal as one of its values, or both. */
public final class BooleanConditional implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boolean-conditional"),
          "Conditional with a boolean literal",
          "The condition is a boolean already, and &&, || or ! say the same in less.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:SimplifiedTernary", "sonar:S1125"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CONDITIONAL_EXPRESSION);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ConditionalExpressionTree choice = (ConditionalExpressionTree) tree;
    ExpressionTree yes = Conditions.bare(choice.getTrueExpression());
    ExpressionTree no = Conditions.bare(choice.getFalseExpression());
    if (isLiteral(yes) || isLiteral(no)) {
      better(choice, yes, no, context).ifPresent(better -> report(choice, better, context));
    }
  }

  private static boolean isLiteral(ExpressionTree value) {
    return value.getKind() == Tree.Kind.BOOLEAN_LITERAL;
  }

  private static boolean isTrue(ExpressionTree literal) {
    return literal instanceof LiteralTree value && Boolean.TRUE.equals(value.getValue());
  }

  private static Optional<String> better(
      ConditionalExpressionTree choice,
      ExpressionTree yes,
      ExpressionTree no,
      RuleContext context) {
    ExpressionTree condition = Conditions.bare(choice.getCondition());
    if (isLiteral(yes) && isLiteral(no)) {
      return ofLiterals(condition, isTrue(yes), isTrue(no), context);
    }
    ExpressionTree value = isLiteral(yes) ? no : yes;
    if (!Conditions.isBoolean(value, context)) {
      return Optional.empty();
    }
    boolean literal = isTrue(isLiteral(yes) ? yes : no);
    boolean negated = isLiteral(yes) != literal;
    String first =
        negated ? Conditions.opposite(condition, context) : operand(condition, literal, context);
    return Optional.of(first + (literal ? " || " : " && ") + operand(value, literal, context));
  }

  /** The bare condition must be a primitive: a {@code Boolean} would be handed on unopened. */
  private static Optional<String> ofLiterals(
      ExpressionTree condition, boolean yes, boolean no, RuleContext context) {
    if (yes == no) {
      return Optional.empty();
    }
    boolean doubled = condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    ExpressionTree shown =
        doubled && !yes ? Conditions.bare(((UnaryTree) condition).getExpression()) : condition;
    boolean negated = !yes && !doubled;
    if (!negated && !Conditions.isBoolean(shown, context)) {
      return Optional.empty();
    }
    return Optional.of(negated ? Conditions.opposite(shown, context) : context.textOf(shown));
  }

  private static String operand(ExpressionTree operand, boolean ofOr, RuleContext context) {
    String text = context.textOf(operand);
    boolean loose =
        operand instanceof ConditionalExpressionTree
            || operand instanceof AssignmentTree
            || (!ofOr && operand.getKind() == Tree.Kind.CONDITIONAL_OR);
    return loose ? "(" + text + ")" : text;
  }

  private static void report(ConditionalExpressionTree choice, String better, RuleContext context) {
    int start = context.file().start(choice);
    int end = context.file().end(choice);
    String message = "a conditional is not needed to get a boolean";
    boolean plain =
        !context.hasComment(start, end) && !Conditions.bindsVariable(choice.getCondition());
    if (plain) {
      context.report(
          choice, message, "Use the condition", List.of(new TextEdit(start, end, better)));
    } else {
      context.report(choice, message);
    }
  }
}
