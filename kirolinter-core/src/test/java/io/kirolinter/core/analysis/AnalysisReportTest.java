package io.kirolinter.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnalysisReportTest {

  private static final SourcePath A = SourcePath.of("A.java");
  private static final SourcePath B = SourcePath.of("B.java");

  @Test
  void putsFilesFindingsAndProblemsInOrder() {
    FileReport second =
        new FileReport(
            B,
            20,
            List.of(finding(B, 9), finding(B, 3)),
            List.of(new FileProblem(B, 7, "late"), new FileProblem(B, 0, "early")));
    FileReport first = new FileReport(A, 10, List.of(finding(A, 99)), List.of());

    AnalysisReport report = new AnalysisReport(List.of(second, first));

    assertThat(report.files()).containsExactly(first, second);
    assertThat(report.findings())
        .extracting(found -> found.path() + ":" + found.range().startLine())
        .containsExactly("A.java:99", "B.java:3", "B.java:9");
    assertThat(report.problems()).extracting(FileProblem::reason).containsExactly("early", "late");
    assertThat(report.lines()).isEqualTo(30);
  }

  @Test
  void aFileThatCannotBeReadIsAProblemAndNotClean() {
    FileReport report = FileReport.unreadable(A, "not UTF-8");

    assertThat(report.lines()).isZero();
    assertThat(report.findings()).isEmpty();
    assertThat(report.problems()).containsExactly(new FileProblem(A, 0, "not UTF-8"));
  }

  @Test
  void onlyTheWantedFindingsButAllProblemsStay() {
    FileProblem problem = new FileProblem(A, 1, "broken");
    FileReport report =
        new FileReport(A, 9, List.of(finding(A, 1), finding(A, 5)), List.of(problem));

    FileReport fewer = report.only(found -> found.range().startLine() > 3);

    assertThat(fewer).isEqualTo(new FileReport(A, 9, List.of(finding(A, 5)), List.of(problem)));
  }

  @Test
  void problemsAreOrderedByFileAndLine() {
    assertThat(new FileProblem(A, 9, "x")).isLessThan(new FileProblem(B, 1, "x"));
    assertThat(new FileProblem(A, 1, "x")).isLessThan(new FileProblem(A, 2, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> new FileProblem(A, -1, "x"));
  }

  @Test
  void anAnalyzerIsQuickAndNotCachedUnlessItSaysSo() {
    Analyzer analyzer = new NoRules();

    assertThat(analyzer.version()).isEmpty();
    assertThat(analyzer.effort()).isEqualTo(Scope.Effort.QUICK);
  }

  private static Finding finding(SourcePath path, int line) {
    return new Finding(
        RuleId.of("a"),
        Category.CORRECTNESS,
        Severity.LOW,
        path,
        new SourceRange(line, 1, line, 2),
        "message",
        new Fingerprint("0".repeat(16)),
        Optional.empty());
  }

  private record NoRules() implements Analyzer {

    @Override
    public String name() {
      return "none";
    }

    @Override
    public List<Rule> rules() {
      return List.of();
    }

    @Override
    public AnalysisReport analyze(AnalysisRequest request) {
      return new AnalysisReport(List.of());
    }
  }

  @Test
  void tellsFailuresAndGeneralProblemsBeforeThoseOfFiles() {
    FileProblem ofFile = new FileProblem(SourcePath.of("A.java"), 3, "broken");
    AnalysisReport report =
        new AnalysisReport(
            List.of(new FileReport(SourcePath.of("A.java"), 9, List.of(), List.of(ofFile))),
            List.of(FileProblem.general("general")),
            List.of(FileProblem.general("failed")));

    assertThat(report.problems())
        .containsExactly(FileProblem.general("failed"), FileProblem.general("general"), ofFile);
    assertThat(FileProblem.general("x").path()).hasToString(".");
  }
}
