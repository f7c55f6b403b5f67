package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A variable that gets its own value, most often because a parameter has another name. */
public final class SelfAssignment implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("self-assignment"),
          "Self-assignment",
          "The variable gets the value that it has, so what was meant to be stored is lost.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.SUGGESTION,
          List.of(
              "cwe-480",
              "errorprone:SelfAssignment",
              "sonar:S1656",
              "spotbugs:SA_FIELD_SELF_ASSIGNMENT"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.ASSIGNMENT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    AssignmentTree assignment = (AssignmentTree) tree;
    ExpressionTree target = Expressions.inner(assignment.getVariable());
    if (!Expressions.isRepeatable(target)
        || !isSame(target, Expressions.inner(assignment.getExpression()), context)
        || isVolatile(target, context)) {
      return;
    }
    report(assignment, context);
  }

  private static boolean isSame(ExpressionTree target, ExpressionTree value, RuleContext context) {
    if (Expressions.sayTheSame(context.file(), target, value)) {
      return true;
    }
    Optional<VariableTree> variable = context.scopes().declarationOf(target);
    return variable.isPresent() && variable.equals(context.scopes().declarationOf(value));
  }

  /** Writing such a field tells other threads something, whatever the value. */
  private static boolean isVolatile(ExpressionTree target, RuleContext context) {
    return context
        .scopes()
        .declarationOf(target)
        .filter(variable -> variable.getModifiers().getFlags().contains(Modifier.VOLATILE))
        .isPresent();
  }

  private static void report(AssignmentTree assignment, RuleContext context) {
    String message = "'" + context.textOf(assignment.getVariable()) + "' is assigned to itself";
    Optional<Tree> statement = context.parent().filter(ExpressionStatementTree.class::isInstance);
    if (statement.isEmpty()) {
      context.report(assignment, message);
      return;
    }
    int start = context.file().start(statement.get());
    int end = context.file().end(statement.get());
    context.report(
        assignment,
        message,
        "Remove the assignment",
        List.of(Deletions.ofWholeLines(context.file(), start, end)));
  }
}
