package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Several analyzers, one after the other. One that fails is a failure of the report, as long as
 * another one did its work.
 */
final class JointAnalysis {

  private final List<Analyzer> succeeded = new ArrayList<>();
  private final List<AnalysisReport> reports = new ArrayList<>();
  private final List<FileProblem> failures = new ArrayList<>();

  private JointAnalysis() {}

  /**
   * {@return what the analyzers did}
   *
   * @param analyze runs one of them
   * @throws WorkFailedException if all of them failed
   * @throws CancellationException if one of them was cancelled
   */
  static JointAnalysis of(List<Analyzer> analyzers, Function<Analyzer, AnalysisReport> analyze) {
    JointAnalysis all = new JointAnalysis();
    analyzers.stream()
        .sorted(Comparator.comparing(JointAnalysis::isForeign))
        .forEach(analyzer -> all.add(analyzer, analyze));
    if (all.reports.isEmpty()) {
      throw new WorkFailedException(
          ErrorMessage.cannot("run", "step", "analyze")
              .found("every analyzer failed: " + reasons(all.failures))
              .expected("at least one analyzer to finish")
              .remedy("Read the problems above, mend them, and start again."));
    }
    return all;
  }

  /** {@return the names of the analyzers that did their work} */
  List<String> analyzers() {
    return succeeded.stream().map(Analyzer::name).toList();
  }

  /** {@return what they found, each thing once} */
  AnalysisReport report() {
    AnalysisReport merged =
        reports.size() == 1 ? reports.get(0) : MergedReports.of(reports, rules());
    List<FileProblem> all = new ArrayList<>(failures);
    all.addAll(merged.failures());
    return new AnalysisReport(merged.files(), merged.general(), all);
  }

  /** Ours first: its findings carry fixes. */
  private static boolean isForeign(Analyzer analyzer) {
    return !analyzer.name().equals("java");
  }

  private void add(Analyzer analyzer, Function<Analyzer, AnalysisReport> analyze) {
    try {
      reports.add(analyze.apply(analyzer));
      succeeded.add(analyzer);
    } catch (CancellationException e) {
      throw e;
    } catch (KiroLinterException e) {
      failures.add(FileProblem.general(analyzer.name() + ": " + e.getMessage()));
    } catch (RuntimeException e) {
      failures.add(FileProblem.general(analyzer.name() + ": " + e));
    }
  }

  private List<Rule> rules() {
    return succeeded.stream().flatMap(analyzer -> analyzer.rules().stream()).toList();
  }

  private static List<String> reasons(List<FileProblem> failures) {
    return failures.stream().map(FileProblem::reason).toList();
  }
}
