package io.kirolinter.agents.pmd;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * PMD behind the contract of an analyzer. It reads the files of the snapshot, never those on disk,
 * has no class path but the running JDK, and never fixes. Slow, so it is left out of quick runs.
 *
 * <p>PMD itself is loaded by the first analysis: an analyzer that only stands by costs nothing.
 */
public final class PmdAnalyzer implements Analyzer {

  private final PmdRules rules;
  private final int workers;

  private PmdAnalyzer(PmdRules rules, int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be >= 1, was " + workers);
    }
    this.rules = rules;
    this.workers = workers;
  }

  /**
   * {@return the analyzer with the rules of PMD that can be trusted without a class path}
   *
   * @param workers how many threads analyse at once; 1 or more
   */
  public static PmdAnalyzer withBundledRules(int workers) {
    return new PmdAnalyzer(new BundledRules(), workers);
  }

  /**
   * {@return the analyzer with other rules; whether they exist is seen when they are first needed}
   *
   * @param ruleSets as PMD names them: a file, a resource such as {@code
   *     rulesets/java/quickstart.xml}, or one rule, {@code
   *     category/java/errorprone.xml/EmptyCatchBlock}
   * @param workers how many threads analyse at once; 1 or more
   */
  public static PmdAnalyzer with(List<String> ruleSets, int workers) {
    return new PmdAnalyzer(new ChosenRules(ruleSets), workers);
  }

  @Override
  public String name() {
    return "pmd";
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if a chosen rule set cannot be read
   */
  @Override
  public List<Rule> rules() {
    return rules.about();
  }

  @Override
  public Optional<String> version() {
    return Optional.of(
        "pmd-%s-%s-%d".formatted(PmdVersion.text(), rules.version(), Runtime.version().feature()));
  }

  @Override
  public Scope.Effort effort() {
    return Scope.Effort.THOROUGH;
  }

  @Override
  public AnalysisReport analyze(AnalysisRequest request) {
    return new PmdRun(request, rules).report(workers);
  }
}
