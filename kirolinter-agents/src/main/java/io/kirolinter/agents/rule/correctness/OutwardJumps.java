package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Finds the statements of a block that end it from inside. */
final class OutwardJumps extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final List<Tree> found = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();
  private int loops;
  private int switches;
  private int tries;

  private OutwardJumps() {}

  /**
   * {@return the jumps, in order. A throw that an inner try may catch is none, and neither is one
   * of an exception at hand: it is mostly the very one that was on its way}
   */
  static List<Tree> of(BlockTree block) {
    OutwardJumps jumps = new OutwardJumps();
    jumps.scan(block.getStatements(), null);
    return jumps.found;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    found.add(tree);
    return null;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
    if (tries == 0 && tree.getExpression() instanceof NewClassTree) {
      found.add(tree);
    }
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    addUnlessInside(tree, tree.getLabel(), loops + switches);
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    addUnlessInside(tree, tree.getLabel(), loops);
    return null;
  }

  private void addUnlessInside(Tree jump, @Nullable Name label, int targets) {
    boolean inside = label == null ? targets > 0 : labels.contains(label.toString());
    if (!inside) {
      found.add(jump);
    }
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    labels.add(tree.getLabel().toString());
    return super.visitLabeledStatement(tree, unused);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    tries++;
    super.visitTry(tree, unused);
    tries--;
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    switches++;
    super.visitSwitch(tree, unused);
    switches--;
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    return inLoop(() -> super.visitForLoop(tree, unused));
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    return inLoop(() -> super.visitEnhancedForLoop(tree, unused));
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    return inLoop(() -> super.visitWhileLoop(tree, unused));
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    return inLoop(() -> super.visitDoWhileLoop(tree, unused));
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null; // its code runs elsewhere
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null; // its code runs elsewhere
  }

  private @Nullable Void inLoop(Runnable walk) {
    loops++;
    walk.run();
    loops--;
    return null;
  }
}
