package io.kirolinter.agents.rule.security;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes.VariableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects what is assigned after its declaration, and what it is given. */
final class WrittenVariables extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final List<ExpressionTree> targets = new ArrayList<>();
  private final List<ExpressionTree> values = new ArrayList<>();

  private WrittenVariables() {}

  /** {@return whether a local variable keeps the value of its declaration, as its method shows} */
  static boolean isWrittenOnce(VariableTree variable, RuleContext context) {
    if (!context.scopes().kindOf(variable).equals(Optional.of(VariableKind.LOCAL))) {
      return false;
    }
    return assignedTo(variable, context).isEmpty();
  }

  /**
   * {@return what the method around the checked tree assigns to a variable, its declaration apart}
   */
  static List<ExpressionTree> assignedTo(VariableTree variable, RuleContext context) {
    WrittenVariables written = new WrittenVariables();
    context.enclosing(MethodTree.class).ifPresent(method -> written.scan(method, null));
    return IntStream.range(0, written.targets.size())
        .filter(
            i ->
                context
                    .scopes()
                    .declarationOf(written.targets.get(i))
                    .filter(variable::equals)
                    .isPresent())
        .mapToObj(written.values::get)
        .toList();
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    targets.add(Expressions.inner(tree.getVariable()));
    values.add(tree.getExpression());
    return super.visitAssignment(tree, unused);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree tree, @Nullable Void unused) {
    targets.add(Expressions.inner(tree.getVariable()));
    values.add(tree.getExpression());
    return super.visitCompoundAssignment(tree, unused);
  }
}
