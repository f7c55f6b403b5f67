package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A local string that grows in a loop, and is declared outside of it. A statement after which the
 * loop is left runs once, and is no finding.
 */
public final class StringConcatenationInLoop implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("string-concatenation-in-loop"),
          "String concatenation in a loop",
          "Each round copies the whole string, so the cost grows with the square of its length.",
          Category.PERFORMANCE,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of(
              "pmd:UseStringBufferForStringAppends",
              "sonar:S1643",
              "spotbugs:SBSC_USE_STRINGBUFFER_CONCATENATION"));

  private static final Set<Tree.Kind> LOOPS =
      Set.of(
          Tree.Kind.FOR_LOOP,
          Tree.Kind.ENHANCED_FOR_LOOP,
          Tree.Kind.WHILE_LOOP,
          Tree.Kind.DO_WHILE_LOOP);

  private static final Set<Tree.Kind> EXITS =
      Set.of(Tree.Kind.BREAK, Tree.Kind.RETURN, Tree.Kind.THROW);

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.ASSIGNMENT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    grownBy(tree, context)
        .filter(variable -> isLocalString(variable, context))
        .filter(variable -> growsInLoop(variable, context))
        .ifPresent(
            variable ->
                context.report(
                    tree,
                    "string '"
                        + variable.getName()
                        + "' is copied in every round; use a StringBuilder"));
  }

  private static Optional<VariableTree> grownBy(Tree tree, RuleContext context) {
    if (tree instanceof CompoundAssignmentTree growth) {
      return context.scopes().declarationOf(growth.getVariable());
    }
    AssignmentTree assignment = (AssignmentTree) tree;
    Optional<VariableTree> target =
        assignment.getExpression().getKind() == Tree.Kind.PLUS
            ? context.scopes().declarationOf(assignment.getVariable())
            : Optional.empty();
    return target.filter(
        variable ->
            context
                .scopes()
                .declarationOf(firstOperand(assignment.getExpression()))
                .filter(variable::equals)
                .isPresent());
  }

  private static ExpressionTree firstOperand(ExpressionTree sum) {
    ExpressionTree first = sum;
    while (first instanceof BinaryTree inner && inner.getKind() == Tree.Kind.PLUS) {
      first = inner.getLeftOperand();
    }
    return first;
  }

  private static boolean isLocalString(VariableTree variable, RuleContext context) {
    boolean local =
        context
            .scopes()
            .kindOf(variable)
            .filter(kind -> kind == VariableKind.LOCAL || kind == VariableKind.PARAMETER)
            .isPresent();
    return local
        && Scopes.simpleName(variable.getType()).filter("String"::equals).isPresent()
        && TypeNames.isOfJavaLang("String", context);
  }

  /** Goes outwards until it meets a loop in which the variable is not declared. */
  private static boolean growsInLoop(VariableTree variable, RuleContext context) {
    int declared = context.file().start(variable);
    for (int i = 1; context.ancestor(i).isPresent(); i++) {
      Tree around = context.ancestor(i).get();
      boolean holdsDeclaration =
          context.file().start(around) <= declared && declared < context.file().end(around);
      if (holdsDeclaration || leavesAfterwards(around, context.ancestor(i - 1))) {
        return false;
      }
      if (LOOPS.contains(around.getKind())) {
        return true;
      }
    }
    return false;
  }

  private static boolean leavesAfterwards(Tree around, Optional<Tree> inside) {
    if (!(around instanceof BlockTree block) || inside.isEmpty()) {
      return false;
    }
    List<? extends StatementTree> statements = block.getStatements();
    return EXITS.contains(statements.get(statements.size() - 1).getKind());
  }
}
