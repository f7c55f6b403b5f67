package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Counts the independent paths through a method, McCabe's cyclomatic complexity. */
final class Paths extends TreeScanner<@Nullable Void, @Nullable Void> {

  private int paths = 1;

  private Paths() {}

  /** {@return 1 and one more for each decision; classes inside the method are not counted} */
  static int in(MethodTree method) {
    Paths counter = new Paths();
    counter.scan(method.getBody(), null);
    return counter.paths;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    return null;
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void none) {
    paths++;
    return super.visitIf(tree, none);
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void none) {
    paths++;
    return super.visitForLoop(tree, none);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void none) {
    paths++;
    return super.visitEnhancedForLoop(tree, none);
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void none) {
    paths++;
    return super.visitWhileLoop(tree, none);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void none) {
    paths++;
    return super.visitDoWhileLoop(tree, none);
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, @Nullable Void none) {
    paths++;
    return super.visitCatch(tree, none);
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void none) {
    paths++;
    return super.visitConditionalExpression(tree, none);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
    Tree.Kind operator = tree.getKind();
    if (operator == Tree.Kind.CONDITIONAL_AND || operator == Tree.Kind.CONDITIONAL_OR) {
      paths++;
    }
    return super.visitBinary(tree, none);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void none) {
    if (!tree.getExpressions().isEmpty()) {
      paths++;
    }
    return super.visitCase(tree, none);
  }
}
