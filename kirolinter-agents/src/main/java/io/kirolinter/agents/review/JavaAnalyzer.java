package io.kirolinter.agents.review;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.repository.SnapshotFile;
import java.util.List;
import java.util.Optional;

/**
 * The built-in analyzer: all rules in one pass over the parse tree of each file. It needs no class
 * path and resolves no types.
 */
public final class JavaAnalyzer implements Analyzer {

  /** Read once, and only if it is asked for. */
  private static final class Code {
    static final Optional<String> VERSION = CodeVersion.of(JavaAnalyzer.class, Rule.class);
  }

  private final List<JavaRule> rules;
  private final int workers;

  private JavaAnalyzer(List<JavaRule> rules, int workers) {
    this.rules = rules;
    this.workers = workers;
  }

  /**
   * {@return the analyzer with all its rules}
   *
   * @param workers how many threads parse at once; 1 or more
   */
  public static JavaAnalyzer withAllRules(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be >= 1, was " + workers);
    }
    return new JavaAnalyzer(JavaRules.all(), workers);
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public List<Rule> rules() {
    return rules.stream().map(JavaRule::about).toList();
  }

  @Override
  public Optional<String> version() {
    return Code.VERSION.map(
        code -> "java-%d-%s-%d".formatted(JavaRules.VERSION, code, Runtime.version().feature()));
  }

  @Override
  public AnalysisReport analyze(AnalysisRequest request) {
    List<SnapshotFile> files = request.files().stream().filter(file -> isJava(file)).toList();
    List<JavaRule> wanted =
        rules.stream().filter(rule -> request.scope().includes(rule.about())).toList();
    return new JavaAnalysis(request, files, JavaChecker.of(wanted)).run(workers);
  }

  private static boolean isJava(SnapshotFile file) {
    return file.path().value().endsWith(".java");
  }
}
