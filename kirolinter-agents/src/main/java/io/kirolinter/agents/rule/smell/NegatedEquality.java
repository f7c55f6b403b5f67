package io.kirolinter.agents.rule.smell;

import com.google.common.collect.Sets;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** {@code !(a == b)} and {@code !(a != b)}, which have an operator of their own. */
public final class NegatedEquality implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("negated-equality"),
          "Negated comparison",
          "The opposite of == is !=, and is read at once where a negated comparison is not.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:LogicInversion", "sonar:S1940"));

  /** Around which a comparison needs parentheses no more than its negation did. */
  private static final Set<Tree.Kind> LOOSE =
      Sets.immutableEnumSet(
          Tree.Kind.PARENTHESIZED,
          Tree.Kind.RETURN,
          Tree.Kind.VARIABLE,
          Tree.Kind.ASSIGNMENT,
          Tree.Kind.METHOD_INVOCATION,
          Tree.Kind.NEW_CLASS,
          Tree.Kind.CONDITIONAL_AND,
          Tree.Kind.CONDITIONAL_OR,
          Tree.Kind.CONDITIONAL_EXPRESSION,
          Tree.Kind.LAMBDA_EXPRESSION,
          Tree.Kind.ASSERT,
          Tree.Kind.FOR_LOOP);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.LOGICAL_COMPLEMENT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ExpressionTree negated = ((UnaryTree) tree).getExpression();
    if (negated instanceof ParenthesizedTree parentheses
        && parentheses.getExpression() instanceof BinaryTree comparison
        && isEquality(comparison)
        && !hasBooleanLiteral(comparison)) {
      report(tree, parentheses, comparison, context);
    }
  }

  private static boolean isEquality(BinaryTree comparison) {
    return comparison.getKind() == Tree.Kind.EQUAL_TO
        || comparison.getKind() == Tree.Kind.NOT_EQUAL_TO;
  }

  /** Which another rule drops. */
  private static boolean hasBooleanLiteral(BinaryTree comparison) {
    return comparison.getLeftOperand().getKind() == Tree.Kind.BOOLEAN_LITERAL
        || comparison.getRightOperand().getKind() == Tree.Kind.BOOLEAN_LITERAL;
  }

  private static void report(
      Tree negation, ParenthesizedTree parentheses, BinaryTree comparison, RuleContext context) {
    String better = comparison.getKind() == Tree.Kind.EQUAL_TO ? "!=" : "==";
    String message = "use " + better + " instead of negating the comparison";
    SyntaxTree file = context.file();
    int operatorFrom = file.end(comparison.getLeftOperand());
    boolean commented =
        context.hasComment(file.start(negation), file.start(comparison))
            || context.hasComment(operatorFrom, file.start(comparison.getRightOperand()))
            || context.hasComment(file.end(comparison), file.end(negation));
    if (commented) {
      context.report(negation, message);
      return;
    }
    int operator = file.text().indexOf('=', operatorFrom) - 1;
    operator = better.equals("!=") ? operator + 1 : operator;
    context.report(
        negation,
        message,
        "Use " + better,
        edits(
            negation,
            parentheses,
            comparison,
            new TextEdit(operator, operator + 2, better),
            context));
  }

  private static List<TextEdit> edits(
      Tree negation,
      ParenthesizedTree parentheses,
      BinaryTree comparison,
      TextEdit operator,
      RuleContext context) {
    SyntaxTree file = context.file();
    boolean bare = LOOSE.contains(context.parent().orElseThrow().getKind());
    return bare
        ? List.of(
            TextEdit.deletion(file.start(negation), file.start(comparison)),
            operator,
            TextEdit.deletion(file.end(comparison), file.end(negation)))
        : List.of(TextEdit.deletion(file.start(negation), file.start(parentheses)), operator);
  }
}
