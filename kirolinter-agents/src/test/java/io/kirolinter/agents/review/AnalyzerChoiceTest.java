package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.pmd.PmdAnalyzer;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzerChoiceTest {

  private static final List<Analyzer> KNOWN =
      List.of(JavaAnalyzer.withAllRules(1), PmdAnalyzer.withBundledRules(1));

  private static final String SARIF =
      """
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Ruff"}}, "results": [
        {"ruleId": "F401", "message": {"text": "unused"}, "locations": [{"physicalLocation": {
          "artifactLocation": {"uri": "tools/a.py"}, "region": {"startLine": 1}}}]}]}]}
      """;

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = TestRepository.init(temp.resolve("repository"));
    repository.write("A.java", "class A { void a() { try { a(); } catch (Exception e) { } } }\n");
    repository.write("tools/a.py", "import os\n").commit("first");
    Files.writeString(temp.resolve("ruff.sarif"), SARIF);
  }

  @Test
  void keepsTheOrderAndMakesFilesAbsolute() {
    AnalyzerChoice choice =
        AnalyzerChoice.of(List.of("pmd", "java", "pmd", "sarif=ruff.sarif"), temp, KNOWN);

    assertThat(choice.names())
        .containsExactly("pmd", "java", "sarif=" + temp.resolve("ruff.sarif"));
    assertThat(choice.analyzers(KNOWN, repository.folder()))
        .extracting(Analyzer::name)
        .containsExactly("pmd", "java", "sarif");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pmdd | Cannot use analyzer 'pmdd': there is no such analyzer; expected java, pmd or sarif=FILE. Did you mean 'pmd'?",
        "sarif | Cannot use analyzer 'sarif': there is no such analyzer; expected java, pmd or sarif=FILE. Name the file: 'sarif=FILE'.",
        "sarif= | Cannot read SARIF file '': no file is named; expected a file that a tool wrote as SARIF 2.1.0. Let the tool write it first, or correct the name after 'sarif='.",
        "sarif=nix | Cannot read SARIF file 'nix': there is no such file; expected a file that a tool wrote as SARIF 2.1.0. Let the tool write it first, or correct the name after 'sarif='."
      })
  void refusesWhatDoesNotExist(String name, String message) {
    assertThatThrownBy(() -> AnalyzerChoice.of(List.of(name), temp, KNOWN))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> AnalyzerChoice.of(List.of("sarif=\0"), temp, KNOWN))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it is no path");
  }

  @Test
  void aRunUsesTheAnalyzersThatWereNamedWhenItStarted() {
    List<String> named = AnalyzerChoice.of(List.of("pmd", "sarif=ruff.sarif"), temp, KNOWN).names();
    try (TestContext context = context(named)) {
      Review review = review(context);

      assertThat(review.analyzers()).containsExactly("pmd", "sarif");
      assertThat(review.findings())
          .extracting(one -> one.rule().value())
          .containsExactly("pmd/EmptyCatchBlock", "ruff/F401");
      assertThat(review.files()).isEqualTo(2);
      assertThat(review.lines()).isEqualTo(2);
    }
  }

  @Test
  void aFileThatIsGoneMeanwhileIsAProblemAndTheOthersGoOn() throws IOException {
    List<String> named =
        AnalyzerChoice.of(List.of("sarif=ruff.sarif", "java"), temp, KNOWN).names();
    Files.delete(temp.resolve("ruff.sarif"));
    try (TestContext context = context(named)) {
      Review review = review(context);

      assertThat(review.analyzers()).containsExactly("java");
      assertThat(review.findings())
          .extracting(one -> one.rule().value())
          .containsExactly("empty-catch-block");
      assertThat(review.problems())
          .extracting(FileProblem::reason)
          .singleElement()
          .asString()
          .startsWith("sarif: Cannot read SARIF file")
          .contains("there is no such file");
    }
  }

  @Test
  void anAnalyzerThatIsUnknownToThisProcessStopsTheStep() {
    try (TestContext context = context(List.of("java", "mine"))) {
      assertThatThrownBy(() -> review(context)).isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void aReviewOutsideRunsReportsAFailedAnalyzerToo() throws IOException {
    Files.writeString(temp.resolve("bad.sarif"), "{}");
    CodeReview review = codeReview("java", "sarif=bad.sarif");
    try (Snapshot snapshot = review.snapshot()) {
      AnalysisReport report = review.report(snapshot, Scope.everything());

      assertThat(report.findings()).hasSize(1);
      assertThat(report.failures()).hasSize(1);
      assertThat(review.rules(Scope.everything()))
          .isEqualTo(codeReview("java").rules(Scope.everything()));
      assertThat(report.files()).hasSize(1);
    }
  }

  @Test
  void failsWhenAllAnalyzersFailed() throws IOException {
    Files.writeString(temp.resolve("bad.sarif"), "{}");
    Files.writeString(temp.resolve("worse.sarif"), "[");
    CodeReview two = codeReview("sarif=bad.sarif", "sarif=worse.sarif");
    CodeReview one = codeReview("sarif=bad.sarif");
    try (Snapshot snapshot = two.snapshot()) {
      assertThatThrownBy(() -> two.report(snapshot, Scope.everything()))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("bad.sarif")
          .hasMessageContaining("worse.sarif");
      assertThatThrownBy(() -> one.report(snapshot, Scope.everything()))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  private CodeReview codeReview(String... names) {
    List<Analyzer> chosen =
        AnalyzerChoice.of(List.of(names), temp, KNOWN).analyzers(KNOWN, repository.folder());
    return CodeReview.of(repository.open(), repository.folder(), chosen);
  }

  private TestContext context(List<String> analyzers) {
    return TestContext.of(
        "20261122-181530-ab12cd",
        repository.open(),
        temp.resolve("home"),
        RunOptions.applyingTo(ApplyTarget.NONE).withAnalyzers(analyzers));
  }

  private static Review review(TestContext context) {
    return (Review) ((StepResult.Done) new ReviewStep(KNOWN).run(context)).artifact().orElseThrow();
  }
}
