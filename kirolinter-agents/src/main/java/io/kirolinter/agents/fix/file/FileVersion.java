package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a file, parsed and checked by all rules. For the thread that parsed it. */
final class FileVersion {

  private final EditChain chain;
  private final SyntaxTree tree;
  private final List<Located> findings;
  private final List<FileProblem> problems;
  private @Nullable List<String> declarations;
  private long @Nullable [] nodes;

  private FileVersion(EditChain chain, SyntaxTree tree, FileReport report) {
    this.chain = chain;
    this.tree = tree;
    this.findings = report.findings().stream().map(finding -> Located.in(tree, finding)).toList();
    this.problems = report.problems();
  }

  static FileVersion of(EditChain chain, SyntaxTree tree, FileReport report) {
    return new FileVersion(chain, tree, report);
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

  /** {@return why the rules saw less than the whole file, if they did} */
  Optional<String> problem() {
    return problems.stream().findFirst().map(FileProblem::reason);
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
