package io.kirolinter.agents.review;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleWalk;
import io.kirolinter.agents.syntax.SyntaxError;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
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
    return new FileReport(file.path(), file.lines().lines(), walk.findings(file), problemsOf(file));
  }

  private static List<FileProblem> problemsOf(SyntaxTree file) {
    if (file.errors().isEmpty()) {
      return List.of();
    }
    SyntaxError first = file.errors().get(0);
    int more = file.errors().size() - 1;
    String reason =
        "not valid Java %d, the level of the running JDK: %s%s"
            .formatted(
                Runtime.version().feature(),
                first.message(),
                more == 0 ? "" : " (and %d more)".formatted(more));
    return List.of(new FileProblem(file.path(), first.line(), reason));
  }
}
