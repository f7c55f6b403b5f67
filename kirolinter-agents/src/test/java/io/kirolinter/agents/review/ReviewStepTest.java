package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewStepTest {

  private static final String UNUSED = "import java.util.List;\n\nclass %s {}\n";

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
  }

  @Test
  void describesItselfAsCriticalAndReadingOnly() {
    var description = new ReviewStep(List.of()).description();

    assertThat(description.name()).isEqualTo("analyze");
    assertThat(description.uses()).containsExactly(ArtifactType.RISK_RANKING);
    assertThat(description.produces()).contains(ArtifactType.REVIEW);
    assertThat(description.effect()).isEqualTo(Effect.READS);
    assertThat(description.criticality()).isEqualTo(Criticality.CRITICAL);
  }

  @Test
  void findsWhatBreaksRulesInTheCommit() {
    repository.write("src/main/java/A.java", UNUSED.formatted("A")).commit("first");
    repository.write("src/main/java/A.java", "class A {}\n");

    Review review = review(Scope.everything());

    assertThat(review.findings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule()).hasToString("unused-import");
              assertThat(one.range().startLine()).isEqualTo(1);
              assertThat(one.fixLevel()).isEqualTo(FixLevel.SAFE);
            });
    assertThat(review.analyzers()).containsExactly("java");
    assertThat(review.files()).isEqualTo(1);
    assertThat(review.lines()).isEqualTo(3);
  }

  @Test
  void findsOnlyWhatStandsOnChangedLinesOfTheRunsCommit() {
    CommitId base =
        repository
            .write("A.java", UNUSED.formatted("A"))
            .write("Same.java", UNUSED.formatted("Same"))
            .commit("first");
    repository
        .write("A.java", "import java.util.List;\nimport java.util.Map;\n\nclass A {}\n")
        .commit("second");
    repository.write("OnDisk.java", UNUSED.formatted("OnDisk"));

    try (TestContext context = changedSince(ChangeBase.at("main", base))) {
      Review review = review(step(), context);

      assertThat(review.findings())
          .singleElement()
          .satisfies(one -> assertThat(one.range().startLine()).isEqualTo(2));
      assertThat(review.files()).isEqualTo(1);
      assertThat(step().run(context).summary())
          .endsWith("1 of them with a safe fix; only lines changed since main count");
      repository.commit("third");
      assertThat(review(step(), context)).isEqualTo(review);
    }
  }

  @Test
  void hasNothingToDoWhereNothingHasChanged() {
    CommitId base = repository.write("A.java", UNUSED.formatted("A")).commit("first");
    repository.write("A.java", "class A {}\n");

    try (TestContext context = changedSince(ChangeBase.at("HEAD", base))) {
      assertThat(step().run(context))
          .isEqualTo(
              StepResult.nothingToDo(
                  "no Java code to analyse has changed since HEAD; another base is named by"
                      + " --changed-only=BASE"));
    }
  }

  @Test
  void saysWhatItFoundInOneSentence() {
    repository
        .write("A.java", UNUSED.formatted("A"))
        .write("B.java", new byte[] {(byte) 0xff})
        .commit("first");
    try (TestContext context = context(Scope.everything())) {
      assertThat(step().run(context).summary())
          .isEqualTo(
              "1 finding in 2 files (3 lines), 1 of them with a safe fix; "
                  + "1 file could not be analysed");
    }
  }

  @Test
  void leavesTestCodeOutUnlessItIsAskedFor() {
    repository
        .write("src/main/java/A.java", UNUSED.formatted("A"))
        .write("src/test/java/ATest.java", UNUSED.formatted("ATest"))
        .commit("first");

    assertThat(review(Scope.everything()).files()).isEqualTo(1);
    assertThat(review(Scope.everything().withSources(SourceSets.MAIN_AND_TEST)).files())
        .isEqualTo(2);
  }

  @Test
  void keepsToTheCategoriesOfTheTemplate() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");

    assertThat(review(Scope.everything().withCategories(Set.of(Category.SECURITY))).findings())
        .isEmpty();
  }

  @Test
  void takesTheRiskiestFilesFirst() {
    for (String name : List.of("A", "B", "C", "D")) {
      repository.write(name + ".java", UNUSED.formatted(name));
    }
    repository.commit("first");
    CountingAnalyzer counting = CountingAnalyzer.withoutVersion();
    RiskRanking ranking =
        new RiskRanking(List.of(risky("C.java"), risky("Gone.java"), risky("B.java")), 9);
    try (TestContext context =
        context(Scope.everything()).with(ArtifactType.RISK_RANKING, ranking)) {
      Review review = review(new ReviewStep(List.of(counting)), context);

      assertThat(counting.analyzed()).containsExactly("C.java", "B.java", "A.java", "D.java");
      assertThat(review.findings())
          .extracting(one -> one.path().value())
          .containsExactly("C.java", "B.java", "A.java", "D.java");
    }
  }

  @Test
  void runsASlowAnalyzerOnlyInAThoroughTemplate() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");
    ReviewStep both =
        new ReviewStep(List.of(JavaAnalyzer.withAllRules(1), CountingAnalyzer.slow()));
    try (TestContext context = context(Scope.everything())) {
      assertThat(review(both, context).analyzers()).containsExactly("java");
    }
    try (TestContext context = context(Scope.everything().withEffort(Scope.Effort.THOROUGH))) {
      assertThat(review(both, context).analyzers()).containsExactly("java", "counting");
    }
  }

  @Test
  void reportsAFindingOfTwoAnalyzersOnce() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");
    ReviewStep both =
        new ReviewStep(List.of(JavaAnalyzer.withAllRules(1), CountingAnalyzer.withoutVersion()));
    try (TestContext context = context(Scope.everything())) {
      Review review = review(both, context);

      assertThat(review.findings()).hasSize(1);
      assertThat(review.files()).isEqualTo(1);
      assertThat(review.lines()).isEqualTo(3);
    }
  }

  @Test
  void goesOnWhenOneAnalyzerFails() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");
    ReviewStep both =
        new ReviewStep(
            List.of(failing(new IllegalStateException("broken")), JavaAnalyzer.withAllRules(1)));
    try (TestContext context = context(Scope.everything())) {
      Review review = review(both, context);

      assertThat(review.findings()).hasSize(1);
      assertThat(review.analyzers()).containsExactly("java");
      assertThat(review.problems())
          .containsExactly(
              new FileProblem(
                  SourcePath.of("."), 0, "failing: java.lang.IllegalStateException: broken"));
    }
  }

  @Test
  void failsWhenEveryAnalyzerFails() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");
    ReviewStep step = new ReviewStep(List.of(failing(new IllegalStateException("broken"))));
    try (TestContext context = context(Scope.everything())) {
      assertThatThrownBy(() -> step.run(context))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageStartingWith("Cannot run step 'analyze': every analyzer failed: ")
          .hasMessageContaining("broken");
    }
  }

  @Test
  void isStoppedByACancellation() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");
    try (TestContext context = context(Scope.everything())) {
      context.cancellation().request();

      assertThatThrownBy(() -> step().run(context)).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void hasNothingToDoWithoutJavaCode() {
    repository.write("notes.txt", "x").commit("first");
    try (TestContext context = context(Scope.everything())) {
      assertThat(step().run(context))
          .isEqualTo(StepResult.nothingToDo("there is no Java code to analyse"));
    }
  }

  @Test
  void showsAFixThatFailedAGateBeforeAsASuggestion() {
    repository
        .write("A.java", UNUSED.formatted("A"))
        .write("B.java", UNUSED.formatted("B"))
        .commit("first");
    Finding failed = review(Scope.everything()).findings().get(0);
    try (TestContext context = context(Scope.everything())) {
      context
          .memory()
          .observe(
              context.repository().id(),
              "earlier",
              List.of(
                  new Observation(
                      "fix-quarantined",
                      failed.fingerprint().value(),
                      1,
                      "new compiler error",
                      TestContext.CLOCK.instant())));

      Review review = review(step(), context);

      assertThat(review.findings())
          .extracting(Finding::fixLevel)
          .containsExactly(FixLevel.SUGGESTION, FixLevel.SAFE);
      assertThat(review.findings().get(0).fix().orElseThrow().edits())
          .isEqualTo(failed.fix().orElseThrow().edits());
    }
  }

  @Test
  void triesAQuarantinedFixAgainOnceTheConditionsAreOthers() {
    repository.write("A.java", UNUSED.formatted("A")).commit("first");
    try (TestContext context = context(Scope.everything())) {
      Finding failed = review(step(), context).findings().get(0);
      ContentHash file = context.snapshot().file(failed.path()).orElseThrow().hash();
      String rules = JavaAnalyzer.withAllRules(1).version().orElseThrow();
      String now = QuarantineKey.of(rules, file, Optional.empty());
      remember(context, failed, "0123456789abcdef");
      assertThat(review(step(), context).findings().get(0).fixLevel()).isEqualTo(FixLevel.SAFE);

      remember(context, failed, now);

      assertThat(review(step(), context).findings().get(0).fixLevel())
          .isEqualTo(FixLevel.SUGGESTION);
      assertThat(now)
          .isNotEqualTo(QuarantineKey.of(rules, file, Optional.of("make test")))
          .isNotEqualTo(QuarantineKey.of("other rules", file, Optional.empty()));
    }
  }

  private static void remember(TestContext context, Finding failed, String conditions) {
    context
        .memory()
        .observe(
            context.repository().id(),
            "earlier " + conditions,
            List.of(
                new Observation(
                    "fix-quarantined",
                    QuarantineKey.subject(failed.fingerprint(), conditions),
                    1,
                    "new compiler error",
                    TestContext.CLOCK.instant())));
  }

  private Review review(Scope scope) {
    try (TestContext context = context(scope)) {
      return review(step(), context);
    }
  }

  private static Review review(ReviewStep step, TestContext context) {
    return (Review) ((StepResult.Done) step.run(context)).artifact().orElseThrow();
  }

  private static ReviewStep step() {
    return new ReviewStep(List.of(JavaAnalyzer.withAllRules(1)));
  }

  @Test
  void putsFilesFirstThatChangedSinceTheLastReviewWhereThatIsWanted() {
    Scope changedFirst = Scope.everything().withOrder(FileOrder.CHANGED_FIRST);
    repository.write("A.java", UNUSED.formatted("A")).write("B.java", UNUSED.formatted("B"));
    repository.commit("first");
    assertThat(review(changedFirst).findings())
        .extracting(Finding::path)
        .containsExactly(SourcePath.of("A.java"), SourcePath.of("B.java"));

    repository.write("B.java", "// changed\n" + UNUSED.formatted("B")).commit("second");

    assertThat(review(changedFirst).findings())
        .extracting(Finding::path)
        .containsExactly(SourcePath.of("B.java"), SourcePath.of("A.java"));
  }

  private TestContext changedSince(ChangeBase base) {
    return TestContext.of(
        "20261122-181530-4f2ac1",
        repository.open(),
        temp.resolve("home"),
        RunOptions.applyingTo(ApplyTarget.BRANCH).withChangedSince(base));
  }

  private TestContext context(Scope scope) {
    return TestContext.of("20261122-181530-4f2ac1", repository.open(), temp.resolve("home"), scope);
  }

  private static RiskyFile risky(String path) {
    return new RiskyFile(SourcePath.of(path), 0.5, List.of("reason"), "action");
  }

  private static Analyzer failing(RuntimeException error) {
    return new Analyzer() {
      @Override
      public String name() {
        return "failing";
      }

      @Override
      public List<Rule> rules() {
        return List.of();
      }

      @Override
      public AnalysisReport analyze(AnalysisRequest request) {
        throw error;
      }
    };
  }
}
