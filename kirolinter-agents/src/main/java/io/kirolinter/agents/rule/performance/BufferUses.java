package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.syntax.Scopes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for uses of a buffer that hand it to no one else. Lambdas and classes are not looked into,
 * as another thread may run them.
 */
final class BufferUses extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** What returns the buffer itself or nothing. */
  private static final Set<String> CHANGES =
      Set.of(
          "append",
          "appendCodePoint",
          "delete",
          "deleteCharAt",
          "ensureCapacity",
          "getChars",
          "insert",
          "replace",
          "reverse",
          "setCharAt",
          "setLength",
          "trimToSize");

  /** What returns something that leads to no buffer. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "capacity",
          "charAt",
          "codePointAt",
          "indexOf",
          "lastIndexOf",
          "length",
          "substring",
          "toString");

  private final VariableTree buffer;
  private final Scopes scopes;
  private int found;

  private BufferUses(VariableTree buffer, Scopes scopes) {
    this.buffer = buffer;
    this.scopes = scopes;
  }

  /** {@return whether the buffer is used, and only as the target of known calls or in sums} */
  static boolean areAllInside(VariableTree buffer, BlockTree block, Scopes scopes) {
    BufferUses uses = new BufferUses(buffer, scopes);
    uses.scan(block, null);
    return uses.found > 0 && uses.found == scopes.usesOf(buffer).size();
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree statement, @Nullable Void none) {
    if (statement.getExpression() instanceof MethodInvocationTree call
        && CHANGES.contains(Calls.nameOf(call))) {
      countStartOf(call);
    }
    return super.visitExpressionStatement(statement, none);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
    if (QUESTIONS.contains(Calls.nameOf(call))) {
      Calls.receiverOf(call).ifPresent(this::countStartOf);
    }
    return super.visitMethodInvocation(call, none);
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void none) {
    if (binary.getKind() == Tree.Kind.PLUS) {
      countStartOf(binary.getLeftOperand());
      countStartOf(binary.getRightOperand());
    }
    return super.visitBinary(binary, none);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    return null;
  }

  private void countStartOf(ExpressionTree chain) {
    ExpressionTree start = chain;
    while (start instanceof MethodInvocationTree call
        && CHANGES.contains(Calls.nameOf(call))
        && call.getMethodSelect() instanceof MemberSelectTree member) {
      start = member.getExpression();
    }
    if (scopes.declarationOf(start).filter(buffer::equals).isPresent()) {
      found++;
    }
  }
}
