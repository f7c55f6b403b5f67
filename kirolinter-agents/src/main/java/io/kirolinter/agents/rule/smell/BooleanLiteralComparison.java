package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A comparison of what surely is a boolean with {@code true} or {@code false}. */
public final class BooleanLiteralComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("boolean-literal-comparison"),
          "Comparison with a boolean literal",
          "A boolean is already a condition; comparing it with true or false adds nothing.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of(
              "pmd:SimplifyBooleanExpressions",
              "sonar:S1125",
              "checkstyle:SimplifyBooleanExpression"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.EQUAL_TO, Tree.Kind.NOT_EQUAL_TO);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    BinaryTree comparison = (BinaryTree) tree;
    ExpressionTree left = comparison.getLeftOperand();
    ExpressionTree right = comparison.getRightOperand();
    if (isLiteral(right) && isSimplifiable(left, context)) {
      check(comparison, left, (LiteralTree) right, context);
    } else if (isLiteral(left) && isSimplifiable(right, context)) {
      check(comparison, right, (LiteralTree) left, context);
    }
  }

  private static boolean isLiteral(ExpressionTree operand) {
    return operand.getKind() == Tree.Kind.BOOLEAN_LITERAL;
  }

  /** A comparison inside a comparison is simplified first, and its outer one the next time. */
  private static boolean isSimplifiable(ExpressionTree operand, RuleContext context) {
    boolean nested =
        operand instanceof BinaryTree inner
            && (isLiteral(inner.getLeftOperand()) || isLiteral(inner.getRightOperand()));
    return !nested && Conditions.isBoolean(operand, context);
  }

  private static void check(
      BinaryTree comparison, ExpressionTree operand, LiteralTree literal, RuleContext context) {
    boolean keeps =
        (comparison.getKind() == Tree.Kind.EQUAL_TO) == Boolean.TRUE.equals(literal.getValue());
    String message =
        keeps
            ? "a boolean need not be compared with " + literal.getValue()
            : "use ! instead of comparing a boolean with " + literal.getValue();
    int start = context.file().start(comparison);
    int end = context.file().end(comparison);
    boolean commented =
        context.hasComment(start, context.file().start(operand))
            || context.hasComment(context.file().end(operand), end);
    if (commented || Conditions.bindsVariable(operand)) {
      context.report(comparison, message);
    } else {
      context.report(
          comparison, message, "Drop the literal", edits(comparison, operand, keeps, context));
    }
  }

  private static List<TextEdit> edits(
      BinaryTree comparison, ExpressionTree operand, boolean keeps, RuleContext context) {
    boolean bare = keeps || Conditions.bindsTightly(operand);
    String before = keeps ? "" : bare ? "!" : "!(";
    String after = bare ? "" : ")";
    List<TextEdit> edits = new ArrayList<>();
    add(context.file().start(comparison), context.file().start(operand), before, edits);
    add(context.file().end(operand), context.file().end(comparison), after, edits);
    return edits;
  }

  private static void add(int start, int end, String replacement, List<TextEdit> edits) {
    if (start < end || !replacement.isEmpty()) {
      edits.add(new TextEdit(start, end, replacement));
    }
  }
}
