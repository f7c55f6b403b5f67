package io.kirolinter.agents.sarif;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.finding.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What another tool found, read from its SARIF 2.1.0 file. The file is read once, by the first use.
 *
 * <p>Rules are named after their tool, as in {@code spotbugs/NP_NULL_ON_SOME_PATH}. Results that
 * the tool calls suppressed, passed or gone are left out. Results outside of the files of the
 * snapshot are a problem of the report; those in files that were not asked for are passed over.
 */
public final class SarifAnalyzer implements Analyzer {

  private final Path repository;
  private final Supplier<List<SarifRun>> runs;

  private SarifAnalyzer(Path file, Path repository) {
    this.repository = requireNonNull(repository, "repository");
    this.runs = Suppliers.memoize(() -> SarifReader.read(file));
  }

  /**
   * {@return the analyzer of a file}
   *
   * @param file what a tool wrote; whether it can be read is seen when it is first needed
   * @param repository the top folder of the repository, under which absolute paths are found again
   */
  public static SarifAnalyzer of(Path file, Path repository) {
    return new SarifAnalyzer(file, repository);
  }

  @Override
  public String name() {
    return "sarif";
  }

  /**
   * {@inheritDoc} Only those that the file mentions.
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if the file cannot be read, or is no
   *     SARIF
   */
  @Override
  public List<Rule> rules() {
    return SarifRules.of(runs.get()).all();
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if the file cannot be read, or is no
   *     SARIF
   */
  @Override
  public AnalysisReport analyze(AnalysisRequest request) {
    return new SarifReview(request, runs.get(), repository).report();
  }
}
