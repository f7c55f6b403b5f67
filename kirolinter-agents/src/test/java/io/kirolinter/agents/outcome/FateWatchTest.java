package io.kirolinter.agents.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.FixStep;
import io.kirolinter.agents.integrate.IntegrateStep;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.ReviewStep;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.experience.FixFate;
import io.kirolinter.core.experience.FixFates;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of proposals, in real repositories and without a forge. */
class FateWatchTest {

  private static final String FIRST = "20261122-181530-000001";
  private static final String BRANCH = "kirolinter/" + FIRST;
  private static final String FILE = "src/main/java/A.java";
  private static final String CODE =
      """
      class A {
        static public final int MAX = 3;

        int sum(int a) {
          return (a + MAX);
        }
      }
      """;
  private static final String FIXED =
      CODE.replace("static public", "public static").replace("(a + MAX)", "a + MAX");

  @TempDir Path temp;

  private final Instant start = TestContext.CLOCK.instant();
  private TestRepository made;
  private int runs = 1;

  @BeforeEach
  void propose() {
    made = TestRepository.init(temp.resolve("repository"));
    made.write(FILE, CODE).commit("first");
    assertThat(propose(FIRST, RunOptions.applyingTo(ApplyTarget.BRANCH)))
        .isInstanceOf(StepResult.Done.class);
  }

  @AfterEach
  void setBack() {
    TestContext.CLOCK.set(start);
  }

  @Test
  void isOpenWhileTheBranchWaitsHoweverLong() {
    made.write("README.md", "x").commit("other work");

    later();
    later();

    assertThat(fates()).containsOnly(Fate.OPEN);
    assertThat(all()).allMatch(one -> one.changes() == 0);
  }

  @Test
  void isMergedAsIsByAMerge() {
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", BRANCH);

    later();

    assertThat(fates()).containsExactly(Fate.MERGED, Fate.MERGED);
    assertThat(all().get(0).evidence()).startsWith("it came with commit ");
    assertThat(all().get(0).since()).isEqualTo(TestContext.CLOCK.instant());
  }

  @Test
  void isMergedAsIsByASquashThatNamesNothing() {
    made.git("merge", "--quiet", "--squash", BRANCH);
    made.commit("one commit for all");
    made.git("branch", "-D", BRANCH);

    later();

    assertThat(fates()).containsExactly(Fate.MERGED, Fate.MERGED);
    assertThat(all().get(0).evidence()).isEqualTo("its text is in the base");
  }

  @Test
  void eachRuleHasAFateOfItsOwn() {
    String commit = made.git("log", "-1", "--format=%H", "--grep=modifier-order", BRANCH).strip();
    made.git("cherry-pick", commit);
    made.git("branch", "-D", BRANCH);

    later();

    assertThat(fate("modifier-order")).isEqualTo(Fate.MERGED);
    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.CLOSED);
  }

  @Test
  void isMergedAsIsAlsoIfTheLinesWereEditedAfterwards() {
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", BRANCH);
    made.write(FILE, FIXED.replace("int MAX = 3", "int MAX = 4").replace("a + MAX;", "a - MAX;"));
    made.commit("edit later");

    later();

    assertThat(fates()).containsExactly(Fate.MERGED, Fate.MERGED);
  }

  @Test
  void isMergedWithChangesIfItWasEditedOnTheWay() {
    made.git("merge", "--quiet", "--no-ff", "--no-commit", BRANCH);
    made.write(FILE, FIXED.replace("int MAX = 3", "long MAX = 3"));
    made.commit("merge, with long");

    later();

    assertThat(fate("modifier-order")).isEqualTo(Fate.MERGED_WITH_CHANGES);
    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.MERGED);
  }

  @Test
  void isClosedWhenTheBranchIsDeletedAndTheFindingStays() {
    made.git("branch", "-D", BRANCH);

    later();

    assertThat(fates()).containsOnly(Fate.CLOSED);
    assertThat(all().get(0).evidence()).contains("branch was deleted");
  }

  @Test
  void isNotClosedForACloneInWhichTheBranchNeverWas() {
    TestRepository clone = made.cloneTo(temp.resolve("clone"));
    clone.git("remote", "remove", "origin");
    made = clone;

    later();

    assertThat(fates()).containsOnly(Fate.OPEN);
  }

  @Test
  void isOvertakenWhenTheFindingWentAwayByOtherMeans() {
    made.write(FILE, "class A {}\n").commit("away with it");
    made.git("branch", "-D", BRANCH);

    later();

    assertThat(fates()).containsOnly(Fate.OVERTAKEN);
  }

  @Test
  void isRevertedByACommitThatSaysSo() {
    String commit = made.git("log", "-1", "--format=%H", "--grep=modifier-order", BRANCH).strip();
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", BRANCH);
    later();
    made.git("revert", "--no-edit", commit);

    later();

    assertThat(fate("modifier-order")).isEqualTo(Fate.REVERTED);
    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.MERGED);
    assertThat(all()).anyMatch(one -> one.evidence().endsWith("says so") && one.changes() == 2);
  }

  @Test
  void isRevertedWhenTheFindingIsBackWhateverTheCommitSays() {
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", BRANCH);
    later();
    made.write(FILE, CODE).commit("as before");

    later();

    assertThat(fates()).containsOnly(Fate.REVERTED);
  }

  @Test
  void isRevertedAlsoIfNobodyLookedInBetween() {
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", BRANCH);
    made.write(FILE, CODE).commit("as before");

    later();

    assertThat(fates()).containsOnly(Fate.REVERTED);
  }

  @Test
  void isNotRevertedForSomebodyWhoWorksOnAnOlderCommit() {
    String older = made.head().value();
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", BRANCH);
    later();
    made.git("checkout", "--quiet", "-b", "old", older);

    later();

    assertThat(fates()).containsOnly(Fate.MERGED);
  }

  @Test
  void isSuppressedByAMarkInTheCode() {
    made.write(FILE, CODE.replace("(a + MAX);", "(a + MAX); // NOPMD")).commit("leave it");

    later();

    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.SUPPRESSED);
    assertThat(fate("modifier-order")).isEqualTo(Fate.OPEN);
  }

  @Test
  void isSuppressedBySettings() {
    made.write(".kirolinter.yaml", "suppress: [{rules: [modifier-order]}]\n").commit("not this");

    later();

    assertThat(fate("modifier-order")).isEqualTo(Fate.SUPPRESSED);
    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.OPEN);
  }

  @Test
  void isUndoneWhenAPersonTookTheRunBack() {
    try (TestContext context = context(FIRST)) {
      new IntegrateStep().undo(context);
      context
          .memory()
          .observe(
              context.repository().id(),
              FIRST + "/undo",
              List.of(
                  new Observation(
                      "run-undone",
                      "full_review",
                      1,
                      "Run " + FIRST + " was undone: integrate",
                      TestContext.CLOCK.instant())));
    }

    later();

    assertThat(fates()).containsOnly(Fate.UNDONE);
  }

  @Test
  void isWithdrawnWhenTheRunCleanedUpAfterItself() {
    try (TestContext context = context(FIRST)) {
      new IntegrateStep().undo(context);
    }

    later();

    assertThat(fates()).containsOnly(Fate.WITHDRAWN);
  }

  @Test
  void cannotTellWithoutALookAtTheRuleOrTheFile() {
    made.git("branch", "-D", BRANCH);

    review(Scope.everything().withRules(Set.of(RuleId.of("modifier-order"))));
    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.OPEN);
    assertThat(fate("modifier-order")).isEqualTo(Fate.CLOSED);

    review(Scope.everything().withPaths(List.of(PathGlob.of("other/**"))));
    assertThat(fate("unnecessary-parentheses")).isEqualTo(Fate.OPEN);
  }

  @Test
  void writesAFateOnceHoweverOftenItLooks() {
    made.git("branch", "-D", BRANCH);
    later();
    List<FixFate> once = all();

    later();
    later();

    assertThat(all()).isEqualTo(once);
  }

  @Test
  void aRefusedFixIsNeverProposedAgainAndIsShownAsASuggestion() {
    made.git("branch", "-D", BRANCH);

    Review review = review(Scope.everything());

    assertThat(review.findings()).hasSize(2).allMatch(one -> one.fixLevel() == FixLevel.SUGGESTION);
    assertThat(propose("20261122-181530-0000ff", RunOptions.applyingTo(ApplyTarget.BRANCH)))
        .isInstanceOf(StepResult.NothingToDo.class);
    assertThat(made.git("branch", "--list", "kirolinter/*")).isBlank();
  }

  @Test
  void whatWasMergedAfterItWasClosedIsNoRefusalAnyMore() {
    String head = made.git("rev-parse", BRANCH).strip();
    made.git("branch", "-D", BRANCH);
    later();
    made.git("merge", "--quiet", "--no-ff", "-m", "after all", head);

    later();

    assertThat(fates()).containsOnly(Fate.MERGED);
  }

  @Test
  void watchesFixesOfTheCheckoutUntilTheyAreCommitted() {
    made.git("branch", "-D", BRANCH);
    made.write("src/main/java/B.java", CODE.replace("class A", "class B")).commit("second");
    String run = "20261122-181530-0000aa";
    try (TestContext context =
        TestContext.of(
                run, made.open(), temp.resolve("home"), RunOptions.applyingTo(ApplyTarget.TREE))
            .awaitingNothing()) {
      review(context);
      assertThat(FixStep.withAllRules(1).run(context)).isInstanceOf(StepResult.Done.class);
    }
    later();
    assertThat(fatesOf(run)).containsOnly(Fate.OPEN);
    made.commit("take them");

    later();

    assertThat(fatesOf(run)).isNotEmpty().containsOnly(Fate.MERGED);
  }

  private List<Fate> fatesOf(String run) {
    return all().stream()
        .filter(one -> one.trace().run().value().equals(run))
        .map(FixFate::fate)
        .toList();
  }

  /** A run that looks at everything, some days on. */
  private void later() {
    TestContext.CLOCK.advance(Duration.ofDays(3));
    review(Scope.everything());
  }

  private Review review(Scope scope) {
    String run = "20261122-181530-0001%02x".formatted(runs++);
    try (TestContext context = TestContext.of(run, made.open(), temp.resolve("home"), scope)) {
      return review(context);
    }
  }

  private static Review review(TestContext context) {
    StepResult result = new ReviewStep(List.of(JavaAnalyzer.withAllRules(1))).run(context);
    if (result instanceof StepResult.Done done) {
      Review review = (Review) done.artifact().orElseThrow();
      context.with(ArtifactType.REVIEW, review);
      return review;
    }
    return new Review(List.of(), List.of(), 0, 0, List.of());
  }

  private StepResult propose(String run, RunOptions options) {
    try (TestContext context = TestContext.of(run, made.open(), temp.resolve("home"), options)) {
      review(context);
      if (FixStep.withAllRules(1).run(context) instanceof StepResult.Done done) {
        context.with(ArtifactType.FIX_SET, (FixSet) done.artifact().orElseThrow());
        return new IntegrateStep().run(context);
      }
      return StepResult.nothingToDo("no fix");
    }
  }

  private TestContext context(String run) {
    return TestContext.of(run, made.open(), temp.resolve("home"));
  }

  private List<FixFate> all() {
    try (TestContext context = context(FIRST)) {
      return FixFates.of(context.memory(), context.repository().id()).all();
    }
  }

  private List<Fate> fates() {
    return all().stream().map(FixFate::fate).toList();
  }

  private Fate fate(String rule) {
    return all().stream()
        .filter(one -> one.trace().rule().value().equals(rule))
        .findFirst()
        .orElseThrow()
        .fate();
  }
}
