package io.kirolinter.agents.review;

import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleWalk;
import io.kirolinter.agents.syntax.SyntaxError;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Checks parsed files against rules. Safe for use by many threads. */
public final class JavaChecker {

  private final RuleWalk walk;

  private JavaChecker(RuleWalk walk) {
    this.walk = walk;
  }

  public static JavaChecker of(Collection<JavaRule> rules) {
    return new JavaChecker(RuleWalk.of(rules));
  }

  /**
   * {@return what the rules find; for a file with syntax errors also the problem, and findings
   * whose fixes are suggestions at best}
   */
  public FileReport check(SyntaxTree file) {
    List<Tree> tooDeep = new ArrayList<>();
    List<Finding> findings = walk.findings(file, tooDeep::add);
    return new FileReport(file.path(), file.lines().lines(), findings, problemsOf(file, tooDeep));
  }

  /** {@return what the rules would find, were it not suppressed in the file} */
  public List<Finding> suppressed(SyntaxTree file) {
    return walk.suppressed(file);
  }

  private static List<FileProblem> problemsOf(SyntaxTree file, List<Tree> tooDeep) {
    if (!file.errors().isEmpty()) {
      return List.of(syntaxProblem(file));
    }
    return tooDeep.isEmpty() ? List.of() : List.of(depthProblem(file, tooDeep.get(0)));
  }

  private static FileProblem depthProblem(SyntaxTree file, Tree tree) {
    int start = Math.max(0, file.start(tree)); // an empty tree has none
    int line = file.lines().range(start, start).startLine();
    return new FileProblem(file.path(), line, "is nested too deeply here to be looked at");
  }

  private static FileProblem syntaxProblem(SyntaxTree file) {
    SyntaxError first = file.errors().get(0);
    int more = file.errors().size() - 1;
    String reason =
        "not valid Java %d, the level of the running JDK: %s%s"
            .formatted(
                Runtime.version().feature(),
                first.message(),
                more == 0 ? "" : " (and %d more)".formatted(more));
    return new FileProblem(file.path(), first.line(), reason);
  }
}
