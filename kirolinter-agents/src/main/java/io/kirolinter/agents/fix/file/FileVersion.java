package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a file, parsed and checked by all rules. For the thread that parsed it. */
final class FileVersion {

  private final EditChain chain;
  private final SyntaxTree tree;
  private final List<Located> findings;
  private @Nullable List<String> declarations;
  private long @Nullable [] nodes;

  private FileVersion(EditChain chain, SyntaxTree tree, List<Located> findings) {
    this.chain = chain;
    this.tree = tree;
    this.findings = findings;
  }

  static FileVersion of(EditChain chain, SyntaxTree tree, List<Finding> findings) {
    return new FileVersion(
        chain, tree, findings.stream().map(finding -> Located.in(tree, finding)).toList());
  }

  /** {@return how its text came out of the first version's} */
  EditChain chain() {
    return chain;
  }

  SyntaxTree tree() {
    return tree;
  }

  List<Located> findings() {
    return findings;
  }

  /** {@return what other files can see of it, one text each, sorted} */
  List<String> declarations() {
    if (declarations == null) {
      declarations = Declarations.of(tree);
    }
    return declarations;
  }

  /** {@return all its written nodes as {@link Nodes} writes them} */
  long[] nodes() {
    if (nodes == null) {
      nodes = Nodes.of(tree);
    }
    return nodes;
  }
}
