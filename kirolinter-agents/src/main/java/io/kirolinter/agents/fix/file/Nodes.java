package io.kirolinter.agents.fix.file;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.kirolinter.agents.syntax.SyntaxTree;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The written nodes of a tree as numbers: kind, start and end in one, so that lists compare. */
@SuppressWarnings("EnumOrdinal")
final class Nodes extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final int OFFSET_BITS = 27;
  private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

  private final SyntaxTree file;
  private long[] nodes = new long[512];
  private int count;

  private Nodes(SyntaxTree file) {
    this.file = file;
  }

  static long[] of(SyntaxTree file) {
    Nodes nodes = new Nodes(file);
    nodes.scan(file.unit(), null);
    return Arrays.copyOf(nodes.nodes, nodes.count);
  }

  static int start(long node) {
    return (int) ((node >>> OFFSET_BITS) & OFFSET_MASK);
  }

  static int end(long node) {
    return (int) (node & OFFSET_MASK);
  }

  /** {@return the node, moved} */
  static long shifted(long node, int by) {
    return node + ((long) by << OFFSET_BITS) + by;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree != null) {
      if (file.isWritten(tree)) {
        add(tree.getKind().ordinal(), file.start(tree), file.end(tree));
      }
      tree.accept(this, null);
    }
    return null;
  }

  private void add(long kind, long start, long end) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, count * 2);
    }
    nodes[count++] = (kind << (2 * OFFSET_BITS)) | (start << OFFSET_BITS) | end;
  }
}
