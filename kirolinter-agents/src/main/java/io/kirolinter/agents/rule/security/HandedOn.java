package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what a method returns or passes to others. */
final class HandedOn extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final List<ExpressionTree> values = new ArrayList<>();

  private HandedOn() {}

  /** {@return whether the method around the checked tree gives a variable's value to others} */
  static boolean isHandedOn(VariableTree variable, RuleContext context) {
    HandedOn handedOn = new HandedOn();
    context.enclosing(MethodTree.class).ifPresent(method -> handedOn.scan(method, null));
    return handedOn.values.stream()
        .map(value -> context.scopes().declarationOf(Expressions.inner(value)))
        .anyMatch(Optional.of(variable)::equals);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    values.addAll(tree.getArguments());
    return super.visitMethodInvocation(tree, unused);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    values.addAll(tree.getArguments());
    return super.visitNewClass(tree, unused);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    Optional.ofNullable(tree.getExpression()).ifPresent(values::add);
    return super.visitReturn(tree, unused);
  }
}
