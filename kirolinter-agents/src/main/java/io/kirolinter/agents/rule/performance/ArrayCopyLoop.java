package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Expressions;
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

/** A loop that does nothing but copy the elements of one array to another. */
public final class ArrayCopyLoop implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("array-copy-loop"),
          "Array copied by a loop",
          "System.arraycopy copies whole stretches of memory and cannot get an index wrong.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.UNSAFE,
          List.of("pmd:AvoidArrayLoops", "sonar:S3012"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.FOR_LOOP);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    ForLoopTree loop = (ForLoopTree) tree;
    Optional<AssignmentTree> copy = onlyAssignmentIn(loop.getStatement());
    Optional<CountingLoop> count = copy.isEmpty() ? Optional.empty() : CountingLoop.of(loop);
    if (count.isPresent()) {
      check(loop, count.get(), copy.get(), context);
    }
  }

  private static Optional<AssignmentTree> onlyAssignmentIn(StatementTree body) {
    StatementTree only =
        body instanceof BlockTree block && block.getStatements().size() == 1
            ? block.getStatements().get(0)
            : body;
    return only instanceof ExpressionStatementTree statement
            && statement.getExpression() instanceof AssignmentTree assignment
            && assignment.getVariable() instanceof ArrayAccessTree
            && assignment.getExpression() instanceof ArrayAccessTree
        ? Optional.of(assignment)
        : Optional.empty();
  }

  private static void check(
      ForLoopTree loop, CountingLoop count, AssignmentTree copy, RuleContext context) {
    ArrayAccessTree target = (ArrayAccessTree) copy.getVariable();
    ArrayAccessTree source = (ArrayAccessTree) copy.getExpression();
    Optional<String> from = count.firstOf(source.getIndex(), context);
    Optional<String> to = count.firstOf(target.getIndex(), context);
    if (from.isPresent() && to.isPresent() && areTwoOfOneType(source, target, context)) {
      String call =
          "System.arraycopy(%s, %s, %s, %s, %s);"
              .formatted(
                  context.textOf(source.getExpression()),
                  from.get(),
                  context.textOf(target.getExpression()),
                  to.get(),
                  context.textOf(count.limit()));
      report(loop, call, context);
    }
  }

  /** Within one array the places may overlap, and values of another type are converted. */
  private static boolean areTwoOfOneType(
      ArrayAccessTree source, ArrayAccessTree target, RuleContext context) {
    Scopes scopes = context.scopes();
    Optional<VariableTree> from = scopes.declarationOf(source.getExpression());
    Optional<VariableTree> to = scopes.declarationOf(target.getExpression());
    return from.isPresent()
        && to.isPresent()
        && from.get() != to.get()
        && scopes.typeNameOf(source.getExpression()).filter(type -> type.endsWith("[]")).isPresent()
        && scopes
            .typeNameOf(source.getExpression())
            .equals(scopes.typeNameOf(target.getExpression()));
  }

  private static void report(ForLoopTree loop, String call, RuleContext context) {
    String message = "copy the array by System.arraycopy(…)";
    if (Expressions.hasComment(context.file(), loop)) {
      context.report(loop, message);
    } else {
      TextEdit edit = new TextEdit(context.file().start(loop), context.file().end(loop), call);
      context.report(loop, message, "Use System.arraycopy", List.of(edit));
    }
  }
}
