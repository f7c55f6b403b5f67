package io.kirolinter.agents.notify;

import static io.kirolinter.agents.testkit.SampleFindings.finding;
import static io.kirolinter.agents.testkit.SampleFindings.review;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Notices;
import io.kirolinter.core.artifact.Notices.Notice;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyStepTest {

  private static final String RUN = "20261122-181530-4f2ac1";

  @TempDir Path temp;
  private final StringBuilder console = new StringBuilder();
  private TestRepository repository;
  private TestContext context;

  @BeforeEach
  void makeContext() {
    repository = TestRepository.init(temp.resolve("repository"));
    repository.write("A.java", "class A {}\n").commit("first");
    context = TestContext.of(RUN, repository.open(), temp.resolve("home"));
  }

  @AfterEach
  void closeContext() {
    context.close();
  }

  @Test
  void describesItselfAsOptionalAndInNeedOfAReview() {
    var description = step().description();

    assertThat(description.name()).isEqualTo("notify");
    assertThat(description.requires()).containsExactly(ArtifactType.REVIEW);
    assertThat(description.produces()).contains(ArtifactType.NOTICES);
    assertThat(description.effect()).isEqualTo(Effect.READS);
    assertThat(description.criticality()).isEqualTo(Criticality.OPTIONAL);
  }

  @Test
  void tellsEveryChannelTheWorstFindingsFirst() throws IOException {
    context.with(
        ArtifactType.REVIEW,
        review(
            finding("minor", Severity.LOW, "A.java", 7),
            finding("grave", Severity.CRITICAL, "B.java", 3),
            finding("minor", Severity.LOW, "C.java", 9)));

    StepResult.Done done = run();

    String title = "full_review of %s: 1 critical, 2 low".formatted(context.repository().id());
    String file = temp.resolve("notices/" + RUN + "-notice.md").toString();
    assertThat(console.toString().lines())
        .containsExactly(
            title,
            "- B.java:3 message of grave (grave)",
            "- A.java:7 message of minor (minor)",
            "- C.java:9 message of minor (minor)",
            "");
    assertThat(Files.readString(Path.of(file))).startsWith("# " + title + "\n\n- B.java:3 ");
    assertThat(done.artifact())
        .contains(
            new Notices(
                List.of(
                    new Notice(RUN + "-notice", "console", "console", title),
                    new Notice(RUN + "-notice", "file", file, title))));
    assertThat(done.summary()).isEqualTo("told console, file: " + title);
  }

  @Test
  void addsTheRiskiestFileTheFixesAndTheProblems() {
    Review review = review(finding("grave", Severity.HIGH, "B.java", 3));
    SourcePath path = SourcePath.of("B.java");
    context
        .with(
            ArtifactType.REVIEW,
            new Review(
                review.findings(),
                List.of(new FileProblem(SourcePath.of("Bad.java"), 1, "is not UTF-8")),
                2,
                20,
                List.of("java")))
        .with(
            ArtifactType.RISK_RANKING,
            new RiskRanking(
                List.of(new RiskyFile(path, 0.5, List.of("3 fixes", "large"), "Split it.")), 9))
        .with(ArtifactType.FIX_SET, oneFix(path));

    run();

    assertThat(console)
        .contains("\nRiskiest file: B.java: 3 fixes; large. Split it.\n")
        .contains("\n1 fix passed every check.\n")
        .contains("\n- not analysed: Bad.java: is not UTF-8\n");
  }

  @Test
  void keepsAMessageShort() {
    Finding[] many =
        IntStream.rangeClosed(1, 40)
            .mapToObj(line -> finding("minor", Severity.MEDIUM, "A.java", line))
            .toArray(Finding[]::new);
    context.with(ArtifactType.REVIEW, review(many));

    run();

    assertThat(console.toString().lines().filter(line -> line.startsWith("- "))).hasSize(10);
    assertThat(console).contains("40 medium");
  }

  @Test
  void saysThatNothingWasFoundWhereOnlyAProblemIsToBeTold() {
    context.with(
        ArtifactType.REVIEW,
        new Review(
            List.of(),
            List.of(new FileProblem(SourcePath.of("Bad.java"), 0, "is not UTF-8")),
            1,
            0,
            List.of("java")));

    assertThat(run().summary()).endsWith(": no findings");
    assertThat(console).contains("- not analysed: Bad.java: is not UTF-8");
  }

  @Test
  void disturbsNobodyWhenNothingWasFound() {
    context.with(ArtifactType.REVIEW, review());

    assertThat(step().run(context))
        .isEqualTo(StepResult.nothingToDo("nothing was found, so nobody is disturbed"));
    assertThat(console).isEmpty();
    assertThat(temp.resolve("notices")).doesNotExist();
  }

  @Test
  void hasNothingToDoWithoutChannels() {
    context.with(ArtifactType.REVIEW, review(finding("grave", Severity.HIGH, "B.java", 3)));

    assertThat(new NotifyStep(List.of()).run(context))
        .isEqualTo(StepResult.nothingToDo("no channel is set up"));
  }

  @Test
  void tellsTheOthersWhereOneChannelFails() throws IOException {
    Files.createFile(temp.resolve("notices"));
    context.with(ArtifactType.REVIEW, review(finding("grave", Severity.HIGH, "B.java", 3)));

    assertThat(run().summary())
        .startsWith("told console: full_review of ")
        .contains("1 high; file was not told: Cannot write notice");
  }

  @Test
  void isRefusedWhereNobodyCouldBeTold() throws IOException {
    Files.createFile(temp.resolve("notices"));
    context.with(ArtifactType.REVIEW, review(finding("grave", Severity.HIGH, "B.java", 3)));

    assertThat(new NotifyStep(List.of(FileChannel.into(temp.resolve("notices")))).run(context))
        .isInstanceOf(StepResult.Refused.class)
        .extracting(StepResult::summary)
        .asString()
        .startsWith("nobody was told; file was not told: Cannot write notice");
  }

  @Test
  void isSilentWhenNothingHasChangedSinceTheLastRun() {
    context.with(ArtifactType.REVIEW, review(finding("grave", Severity.HIGH, "B.java", 3)));
    run();
    console.setLength(0);

    assertThat(step().run(later("20261122-191530-4f2ac2")))
        .isEqualTo(StepResult.nothingToDo("nothing has changed since the last message"));
    assertThat(console).isEmpty();
  }

  @Test
  void saysWhatHasChangedSinceTheLastRun() {
    context.with(ArtifactType.REVIEW, review(finding("grave", Severity.HIGH, "B.java", 3)));
    run();
    console.setLength(0);
    TestContext later = later("20261122-191530-4f2ac2");
    later.with(
        ArtifactType.REVIEW,
        review(
            finding("grave", Severity.HIGH, "C.java", 3),
            finding("grave", Severity.HIGH, "D.java", 3)));

    step().run(later);

    assertThat(console).contains("\n2 new and 1 gone since the last message.\n");
  }

  @Test
  void sendsNoSecondMessageWhenTheRunGoesOnAfterACrash() {
    context.with(ArtifactType.REVIEW, review(finding("grave", Severity.HIGH, "B.java", 3)));
    StepResult.Done first = run();
    console.setLength(0);

    assertThat(run().artifact().orElseThrow())
        .isInstanceOfSatisfying(Notices.class, sent -> assertThat(sent.sent()).hasSize(2));
    assertThat(run().summary()).isEqualTo(first.summary());
    assertThat(console).isEmpty();
  }

  @Test
  void tellsAChannelOnlyWhatAnEntryOfItsNameAsksFor() {
    context = over(".kirolinter.yaml", "notify: [{channel: console, severity: high}]\n");
    context.with(
        ArtifactType.REVIEW,
        review(
            finding("grave", Severity.HIGH, "B.java", 3),
            finding("minor", Severity.LOW, "A.java", 7)));

    assertThat(run().summary()).contains("told console, file: ").endsWith(": 1 high");
    assertThat(console).doesNotContain("minor");
  }

  @Test
  void namesOwnersAndRecentAuthorsOfTheFiles() {
    repository.write("CODEOWNERS", "* @org/all\nB.java @bob\n").write("B.java", "");
    repository.commit("recent", TestContext.CLOCK.instant().minusSeconds(60));
    context.close();
    context = TestContext.of(RUN, repository.open(), temp.resolve("home"));
    context.with(
        ArtifactType.REVIEW,
        review(
            finding("grave", Severity.HIGH, "A.java", 3),
            finding("grave", Severity.HIGH, "B.java", 3),
            finding("grave", Severity.HIGH, "B.java", 4)));

    run();

    assertThat(console).contains("\nOwners: @bob, @org/all\nRecent authors: Ada\n");
  }

  private TestContext over(String file, String content) {
    repository.write(file, content).commit("settings");
    context.close();
    return TestContext.of(RUN, repository.open(), temp.resolve("home"));
  }

  /** The same repository in a later run, with the same findings. */
  private TestContext later(String run) {
    Review before = context.required(ArtifactType.REVIEW);
    context.close();
    context = TestContext.of(run, repository.open(), temp.resolve("home"));
    return context.with(ArtifactType.REVIEW, before);
  }

  private StepResult.Done run() {
    return (StepResult.Done) step().run(context);
  }

  private NotifyStep step() {
    List<Channel> channels =
        List.of(ConsoleChannel.to(console), FileChannel.into(temp.resolve("notices")));
    return new NotifyStep(channels);
  }

  private static FixSet oneFix(SourcePath path) {
    AppliedFix fix =
        new AppliedFix(new Fingerprint("0000000000000001"), path, 1, FixLevel.SAFE, "Deleted");
    RuleChange change = new RuleChange(RuleId.of("grave"), "Mend", List.of(fix), List.of());
    return new FixSet(List.of(change), List.of(), List.of());
  }
}
