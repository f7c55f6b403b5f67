package io.kirolinter.agents.syntax;

import com.google.common.collect.Sets;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's positions, with a memory for long chains such as {@code a + b + … + z} and {@code
 * a().b().….z()}. The compiler knows where one starts only by going down to {@code a}; asked about
 * each part of the chain, it takes time that grows with the square of the length. For one thread.
 */
final class ChainPositions implements SourcePositions {

  /** Shorter chains are faster walked than remembered. */
  private static final int LONG_CHAIN = 50;

  /** Asked for nearly every tree: to test a kind is much cheaper than to test for interfaces. */
  private static final Set<Tree.Kind> CHAINS =
      Sets.immutableEnumSet(
          Tree.Kind.METHOD_INVOCATION,
          Tree.Kind.MEMBER_SELECT,
          Tree.Kind.PLUS,
          Tree.Kind.MINUS,
          Tree.Kind.MULTIPLY,
          Tree.Kind.DIVIDE,
          Tree.Kind.REMAINDER,
          Tree.Kind.AND,
          Tree.Kind.OR,
          Tree.Kind.XOR,
          Tree.Kind.LEFT_SHIFT,
          Tree.Kind.RIGHT_SHIFT,
          Tree.Kind.UNSIGNED_RIGHT_SHIFT,
          Tree.Kind.LESS_THAN,
          Tree.Kind.LESS_THAN_EQUAL,
          Tree.Kind.GREATER_THAN,
          Tree.Kind.GREATER_THAN_EQUAL,
          Tree.Kind.EQUAL_TO,
          Tree.Kind.NOT_EQUAL_TO,
          Tree.Kind.CONDITIONAL_AND,
          Tree.Kind.CONDITIONAL_OR);

  private final SourcePositions positions;
  private final IdentityHashMap<Tree, Long> starts = new IdentityHashMap<>();

  ChainPositions(SourcePositions positions) {
    this.positions = positions;
  }

  @Override
  public long getStartPosition(CompilationUnitTree unit, Tree tree) {
    if (!CHAINS.contains(tree.getKind())) {
      return positions.getStartPosition(unit, tree);
    }
    Long known = starts.get(tree);
    return known == null ? startOf(unit, tree) : known;
  }

  @Override
  public long getEndPosition(CompilationUnitTree unit, Tree tree) {
    return positions.getEndPosition(unit, tree);
  }

  private long startOf(CompilationUnitTree unit, Tree chain) {
    Tree first = chain;
    int length = 0;
    for (Tree left = leftOf(chain); left != null; left = leftOf(left)) {
      first = left;
      length++;
    }
    long start = positions.getStartPosition(unit, first);
    if (length >= LONG_CHAIN) {
      remember(chain, start);
    }
    return start;
  }

  private void remember(Tree chain, long start) {
    for (Tree part = chain; part != null; part = leftOf(part)) {
      starts.put(part, start);
    }
  }

  /** {@return the part that a tree starts with, for those that can form chains} */
  private static @Nullable Tree leftOf(Tree tree) {
    Tree.Kind kind = tree.getKind();
    if (kind == Tree.Kind.MEMBER_SELECT) {
      return ((MemberSelectTree) tree).getExpression();
    }
    if (kind == Tree.Kind.METHOD_INVOCATION) {
      return ((MethodInvocationTree) tree).getMethodSelect();
    }
    return CHAINS.contains(kind) ? ((BinaryTree) tree).getLeftOperand() : null;
  }
}
