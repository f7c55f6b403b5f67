package io.kirolinter.agents.learn;

import static io.kirolinter.agents.testkit.SampleFindings.finding;
import static io.kirolinter.agents.testkit.SampleFindings.review;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Lessons;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnStepTest {

  private static final String FIRST_RUN = "20261122-181530-000001";
  private static final String SECOND_RUN = "20261122-181530-000002";
  private static final Fingerprint FAILED = new Fingerprint("00000000000000aa");
  private static final Fingerprint POSTPONED = new Fingerprint("00000000000000bb");

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("repository"));
    repository.write("A.java", "class A {}\n").commit("first");
  }

  @Test
  void describesItselfAsOptionalAndReadingOnly() {
    var description = new LearnStep().description();

    assertThat(description.name()).isEqualTo("learn");
    assertThat(description.requires()).isEmpty();
    assertThat(description.produces()).contains(ArtifactType.LESSONS);
    assertThat(description.effect()).isEqualTo(Effect.READS);
    assertThat(description.criticality()).isEqualTo(Criticality.OPTIONAL);
  }

  @Test
  void countsTheFindingsOfEachFileAndRule() {
    try (TestContext context = context(FIRST_RUN)) {
      run(context.with(ArtifactType.REVIEW, threeFindings()));

      assertThat(seen(context, "finding"))
          .containsExactlyInAnyOrder("src/A.java 2.0", "src/B.java 1.0");
      assertThat(seen(context, "finding-rule"))
          .containsExactlyInAnyOrder("empty-catch-block 2.0", "self-assignment 1.0");
      assertThat(context.memory().observations(context.repository().id(), "review", 9))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.weight()).isEqualTo(3);
                assertThat(one.detail()).isEqualTo("3 findings in 300 lines");
                assertThat(one.at()).isEqualTo(TestContext.CLOCK.instant());
              });
    }
  }

  @Test
  void remembersWhichFixesWereAppliedAndWhichFailedAGate() {
    try (TestContext context = context(FIRST_RUN)) {
      run(context.with(ArtifactType.FIX_SET, twoAppliedTwoDropped()));

      assertThat(seen(context, "fix-applied"))
          .containsExactlyInAnyOrder("src/A.java 1.0", "src/B.java 1.0");
      assertThat(seen(context, "fix-rule")).containsExactly("unused-import 2.0");
      assertThat(seen(context, "fix-quarantined")).containsExactly(FAILED + " 1.0");
    }
  }

  @Test
  void saysWhatTheMemoryTellsOnceThereIsSomething() {
    try (TestContext context = context(FIRST_RUN)) {
      StepResult.Done done = run(context.with(ArtifactType.REVIEW, threeFindings()));

      assertThat(done.artifact())
          .contains(
              new Lessons(
                  5,
                  List.of(
                      "most frequent rule: empty-catch-block",
                      "file with most findings: src/A.java")));
      assertThat(done.summary())
          .isEqualTo("5 observations recorded; most frequent rule: empty-catch-block");
    }
  }

  @Test
  void comparesAReviewWithTheOneBefore() {
    try (TestContext context = context(FIRST_RUN)) {
      run(context.with(ArtifactType.REVIEW, threeFindings()));
    }
    TestContext.CLOCK.advance(Duration.ofDays(1));
    try (TestContext context = context(SECOND_RUN)) {
      Review better = review(finding("empty-catch-block", Severity.HIGH, "src/A.java", 1));

      StepResult.Done done = run(context.with(ArtifactType.REVIEW, better));

      assertThat(lessons(done).insights())
          .containsExactly(
              "1 finding, after 3 in the review before",
              "most frequent rule: empty-catch-block (seen in 2 reviews)",
              "file with most findings: src/A.java (seen in 2 reviews)");
    }
  }

  @Test
  void recordsNothingTwiceWhenItsAttemptIsRepeated() {
    try (TestContext context = context(FIRST_RUN).with(ArtifactType.REVIEW, threeFindings())) {
      run(context);
      run(context);

      assertThat(seen(context, "review")).hasSize(1);
      assertThat(seen(context, "finding")).hasSize(2);
    }
  }

  @Test
  void forgetsWhatIsOlderThanNinetyDays() {
    try (TestContext context = context(FIRST_RUN)) {
      remember(context, "old", Duration.ofDays(91));
      remember(context, "young", Duration.ofDays(89));

      StepResult.Done done = run(context.with(ArtifactType.REVIEW, threeFindings()));

      assertThat(seen(context, "note")).containsExactly("young 1.0");
      assertThat(done.summary()).contains("5 observations recorded, 1 old ones forgotten; ");
    }
  }

  @Test
  void saysThatItForgotEvenIfNothingIsLeftToTell() {
    try (TestContext context = context(FIRST_RUN)) {
      remember(context, "old", Duration.ofDays(91));

      StepResult.Done done = run(context.with(ArtifactType.FIX_SET, twoAppliedTwoDropped()));

      assertThat(done.summary()).isEqualTo("4 observations recorded, 1 old ones forgotten");
    }
  }

  @Test
  void readsTheMemoryOfEarlierRunsBeforeThisOneHasSeenAnything() {
    try (TestContext context = context(FIRST_RUN)) {
      run(context.with(ArtifactType.REVIEW, threeFindings()));
    }
    try (TestContext context = context(SECOND_RUN)) {
      StepResult.Done done = run(context);

      assertThat(lessons(done).observations()).isZero();
      assertThat(lessons(done).insights()).contains("file with most findings: src/A.java");
    }
  }

  @Test
  void hasNothingToDoWithoutMemoryAndFindings() {
    try (TestContext context = context(FIRST_RUN)) {
      assertThat(new LearnStep().run(context))
          .isEqualTo(StepResult.nothingToDo("nothing was seen yet, in this run or an earlier one"));
    }
  }

  @Test
  void keepsNoSecretFromAReason() {
    try (TestContext context = context(FIRST_RUN)) {
      DroppedFix leaky =
          new DroppedFix(
              RuleId.of("unused-import"),
              FAILED,
              SourcePath.of("src/A.java"),
              1,
              DropCause.FAILED_GATE,
              "compiler said: password = \"hunter2hunter2\"");

      run(context.with(ArtifactType.FIX_SET, new FixSet(List.of(), List.of(leaky), List.of())));

      assertThat(context.memory().observations(context.repository().id(), "fix-quarantined", 9))
          .singleElement()
          .satisfies(
              one -> assertThat(one.detail()).contains("[redacted]").doesNotContain("hunter2"));
    }
  }

  private TestContext context(String run) {
    return TestContext.of(run, repository.open(), temp.resolve("home"));
  }

  private static StepResult.Done run(TestContext context) {
    return (StepResult.Done) new LearnStep().run(context);
  }

  private static Lessons lessons(StepResult.Done done) {
    return (Lessons) done.artifact().orElseThrow();
  }

  private static List<String> seen(TestContext context, String kind) {
    return context.memory().observations(context.repository().id(), kind, 99).stream()
        .map(one -> one.subject() + " " + one.weight())
        .toList();
  }

  private static void remember(TestContext context, String subject, Duration ago) {
    var at = TestContext.CLOCK.instant().minus(ago);
    context
        .memory()
        .observe(
            context.repository().id(),
            "earlier/" + subject,
            List.of(new Observation("note", subject, 1, "", at)));
  }

  private static Review threeFindings() {
    return review(
        finding("empty-catch-block", Severity.HIGH, "src/A.java", 1),
        finding("empty-catch-block", Severity.HIGH, "src/A.java", 2),
        finding("self-assignment", Severity.HIGH, "src/B.java", 1));
  }

  private static FixSet twoAppliedTwoDropped() {
    RuleId rule = RuleId.of("unused-import");
    SourcePath a = SourcePath.of("src/A.java");
    SourcePath b = SourcePath.of("src/B.java");
    return new FixSet(
        List.of(
            new RuleChange(
                rule,
                "Delete unused imports",
                List.of(
                    new AppliedFix(new Fingerprint("0000000000000001"), a, 1, FixLevel.SAFE, "x"),
                    new AppliedFix(new Fingerprint("0000000000000002"), b, 1, FixLevel.SAFE, "x")),
                List.of())),
        List.of(
            new DroppedFix(rule, FAILED, a, 3, DropCause.FAILED_GATE, "a new compiler error"),
            new DroppedFix(rule, POSTPONED, a, 4, DropCause.NOT_POSSIBLE_NOW, "edited by hand")),
        List.of());
  }
}
