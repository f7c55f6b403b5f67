package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/**
 * An assignment where a comparison was meant. The result of a call may be kept on purpose, and so
 * may anything in a second pair of parentheses.
 */
public final class AssignmentInCondition implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("assignment-in-condition"),
          "Assignment in a condition",
          "The condition assigns where it seems to compare, and changes the variable.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.SUGGESTION,
          List.of(
              "cwe-481",
              "pmd:AssignmentInOperand",
              "sonar:S1121",
              "spotbugs:QBA_QUESTIONABLE_BOOLEAN_ASSIGNMENT"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.IF, Tree.Kind.WHILE_LOOP, Tree.Kind.DO_WHILE_LOOP);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean suspect =
        conditionOf(tree) instanceof ParenthesizedTree condition
            && condition.getExpression() instanceof AssignmentTree assignment
            && isPlain(assignment.getExpression())
            && context.file().isWritten(assignment);
    if (suspect) {
      report((AssignmentTree) ((ParenthesizedTree) conditionOf(tree)).getExpression(), context);
    }
  }

  private static ExpressionTree conditionOf(Tree tree) {
    if (tree instanceof IfTree choice) {
      return choice.getCondition();
    }
    return tree instanceof WhileLoopTree loop
        ? loop.getCondition()
        : ((DoWhileLoopTree) tree).getCondition();
  }

  private static boolean isPlain(ExpressionTree value) {
    return value instanceof LiteralTree
        || value instanceof IdentifierTree
        || value instanceof MemberSelectTree;
  }

  private static void report(AssignmentTree assignment, RuleContext context) {
    String text = context.file().text();
    int from = context.file().end(assignment.getVariable());
    List<TextEdit> edits =
        Lexer.tokens(text, from, context.file().end(assignment)).stream()
            .filter(token -> token.is(text, "="))
            .limit(1)
            .map(Token::end)
            .map(end -> TextEdit.insertion(end, "="))
            .toList();
    String message = "'" + context.textOf(assignment.getVariable()) + "' is assigned, not compared";
    if (edits.isEmpty()) {
      context.report(assignment, message);
    } else {
      context.report(assignment, message, "Compare with ==", edits);
    }
  }
}
