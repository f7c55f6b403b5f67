package io.kirolinter.core.analysis;

import io.kirolinter.core.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Finds places that break rules. Found by {@link java.util.ServiceLoader}, or handed over.
 *
 * <p>Safe for use by many threads at once. A file that cannot be analysed is a {@link FileProblem}
 * of the report and never an exception; an exception says that the analyzer as a whole failed.
 */
public interface Analyzer {

  /** {@return the name by which users choose it: kebab-case, unique, never changed} */
  String name();

  /** {@return the rules that it knows, ordered by id} */
  List<Rule> rules();

  /**
   * {@return a text that changes whenever the same file may give another result, so that results
   * can be kept; empty if they must not be kept}
   */
  default Optional<String> version() {
    return Optional.empty();
  }

  /** {@return whether it takes too long for everyday runs and is left out of quick ones} */
  default Scope.Effort effort() {
    return Scope.Effort.QUICK;
  }

  /**
   * Looks for all rules that the scope includes.
   *
   * @throws java.util.concurrent.CancellationException if the request is cancelled meanwhile
   */
  AnalysisReport analyze(AnalysisRequest request);
}
