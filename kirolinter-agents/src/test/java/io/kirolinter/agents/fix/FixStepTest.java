package io.kirolinter.agents.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.fix.classpath.LibraryFiles;
import io.kirolinter.agents.fix.classpath.LibraryFolders;
import io.kirolinter.agents.fix.testkit.TestLibraries;
import io.kirolinter.agents.fix.testkit.TestRule;
import io.kirolinter.agents.review.JavaChecker;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.choice.Choice;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixStepTest {

  private static final String RUN = "20261122-181530-4f2ac1";
  private static final String A = "src/A.java";
  private static final String B = "src/B.java";
  private static final String BEFORE_A = "class A {\r\n  int a = old, old;\r\n}\r\n";
  private static final String AFTER_A = "class A {\r\n  int a = this.old, old;\r\n}\r\n";
  private static final String BEFORE_B = "class B { int a = old, b = old, old; }";
  private static final List<JavaRule> RULES =
      List.of(TestRule.replacing("old-name", "old", "this.old"));

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("repo"));
    made.write(A, BEFORE_A).write(B, BEFORE_B).commit("first");
  }

  @Test
  void describesItselfAsACriticalChange() {
    FixStep all = FixStep.withAllRules(1);

    assertThat(all.description().name()).isEqualTo("fix");
    assertThat(all.description().requires()).containsExactly(ArtifactType.REVIEW);
    assertThat(all.description().uses()).containsExactly(ArtifactType.RISK_RANKING);
    assertThat(all.description().produces()).contains(ArtifactType.FIX_SET);
    assertThat(all.description().effect()).isEqualTo(Effect.CHANGES);
    assertThat(all.description().criticality()).isEqualTo(Criticality.CRITICAL);
  }

  @Test
  void onlyHandsTheFixesOnWhereALaterStepTakesThem() throws IOException {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.BRANCH))) {
      StepResult result = step().run(context);

      assertThat(fixes(result).applied()).isEqualTo(3);
      assertThat(result.summary())
          .isEqualTo("3 fixes of 1 rule in 2 files passed all checks, for 3 findings with a fix");
      assertThat(content(A)).isEqualTo(BEFORE_A);
      assertThat(made.git("branch", "--list").lines()).hasSize(1);
    }
  }

  @Test
  void writesToTheCheckoutThoughALaterStepTakesTheFixes() throws IOException {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.TREE))) {
      StepResult result = step().run(context);

      assertThat(content(A)).isEqualTo(AFTER_A);
      assertThat(result.summary()).contains("are written to the checkout");
    }
  }

  @Test
  void tellsWhatItIsAboutToFixAndWhereThatGoes() throws IOException {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.TREE))) {
      StepPreview preview = step().preview(context);

      assertThat(preview.figures())
          .isEqualTo("3 safe fixes of 1 rule in 2 files, written to the checkout");
      assertThat(preview.details()).contains("old-name: 3 safe fixes in 2 files");
      assertThat(preview.fixes()).hasSize(3);
      assertThat(preview.fixes().get(0).diff().get().orElseThrow())
          .contains("-  int a = old, old;", "+  int a = this.old, old;");
      assertThat(content(A)).isEqualTo(BEFORE_A);
    }
  }

  @Test
  void tellsTheLimitsAndThatADryRunWritesNothing() {
    RunOptions options = RunOptions.applyingTo(ApplyTarget.NONE).withMaxFixes(1);
    try (TestContext context = context(options)) {
      assertThat(step().preview(context).figures())
          .isEqualTo(
              "3 safe fixes of 1 rule in 2 files (at most 1 fix at once), written nowhere, as it"
                  + " is a dry run");
    }
  }

  @Test
  void tellsThatThereIsNothingToFix() {
    try (TestContext context = TestContext.of(RUN, made.open(), temp.resolve("home"))) {
      context.with(ArtifactType.REVIEW, new Review(List.of(), List.of(), 2, 4, List.of("java")));

      assertThat(step().preview(context).figures())
          .isEqualTo("nothing: none of the 0 findings has a fix that may be applied");
      assertThat(step().preview(context).fixes()).isEmpty();
    }
  }

  @Test
  void makesOnlyWhatAPersonChose() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.BRANCH))) {
      StepResult result = step().run(context.choosing(Choice.SKIP, Choice.ACCEPT, Choice.SKIP));

      assertThat(fixes(result).applied()).isEqualTo(1);
      assertThat(result.summary())
          .isEqualTo(
              "1 fix of 1 rule in 1 file passed all checks, for 1 finding with a fix; 2 fixes left"
                  + " out, as the person who was asked wanted");
    }
  }

  @Test
  void remembersTheRuleOfWhichAPersonWantsNoFix() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.BRANCH))) {
      StepResult result = step().run(context.choosing(Choice.REFUSE_RULE));

      assertThat(result)
          .isEqualTo(
              StepResult.nothingToDo("none of the 3 fixes was wanted by the person who was asked"));
      assertThat(RefusedRules.of(context.memory(), context.repository().id()))
          .containsExactly(RuleId.of("old-name"));
    }
  }

  @Test
  void aDryRunRemembersNoRefusal() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE))) {
      step().run(context.choosing(Choice.REFUSE_RULE));

      assertThat(RefusedRules.of(context.memory(), context.repository().id())).isEmpty();
    }
  }

  @Test
  void hasNothingToDoWithoutAFix() {
    try (TestContext context = TestContext.of(RUN, made.open(), temp.resolve("home"))) {
      context.with(ArtifactType.REVIEW, new Review(List.of(), List.of(), 2, 4, List.of("java")));

      assertThat(step().run(context)).isInstanceOf(StepResult.NothingToDo.class);
    }
  }

  @Test
  void countsTheFindingsOnABranchThatHaveNoFix() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.BRANCH))) {
      List<Finding> shown =
          review(context.snapshot()).findings().stream()
              .map(one -> one.withFixLevel(FixLevel.SUGGESTION))
              .toList();
      context.with(ArtifactType.REVIEW, new Review(shown, List.of(), 2, 4, List.of("java")));

      assertThat(step().run(context).summary())
          .isEqualTo("none of the %d findings has a fix that may be applied", shown.size());
      assertThat(shown).isNotEmpty();
    }
  }

  @Test
  void writesCleanFilesOfTheCheckoutAndTakesThemBack() throws IOException {
    made.write(B, "class B { /* mine */ }");
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.TREE)).awaitingNothing()) {
      StepResult result = step().run(context);

      assertThat(content(A)).isEqualTo(AFTER_A);
      assertThat(content(B)).isEqualTo("class B { /* mine */ }");
      assertThat(fixes(result).applied()).isEqualTo(1);
      assertThat(fixes(result).dropped())
          .hasSize(2)
          .allSatisfy(dropped -> assertThat(dropped.path()).isEqualTo(SourcePath.of(B)))
          .noneMatch(FixSet.DroppedFix::isQuarantined);
      assertThat(result.summary()).contains("written to the checkout", "2 dropped", "working on");

      step().undo(context);
      assertThat(content(A)).isEqualTo(BEFORE_A);
      step().undo(context);
      assertThat(content(A)).isEqualTo(BEFORE_A);
    }
  }

  @Test
  void aSecondAttemptFindsWhatTheFirstOneWrote() throws IOException {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.TREE)).awaitingNothing()) {
      step().run(context);
      StepResult again = step().run(context);

      assertThat(fixes(again).applied()).isEqualTo(3);
      assertThat(fixes(again).dropped()).isEmpty();
      assertThat(content(A)).isEqualTo(AFTER_A);
      step().undo(context);
      assertThat(made.git("status", "--porcelain")).isEmpty();
    }
  }

  @Test
  void writesABranchAndTakesItBack() throws IOException {
    try (TestContext context =
        context(RunOptions.applyingTo(ApplyTarget.BRANCH)).awaitingNothing()) {
      StepResult result = step().run(context);

      assertThat(result.summary()).contains("on branch kirolinter/" + RUN);
      assertThat(made.git("show", "kirolinter/" + RUN + ":" + A)).isEqualTo(AFTER_A);
      assertThat(content(A)).isEqualTo(BEFORE_A);

      step().undo(context);
      assertThat(made.git("branch", "--list").lines()).hasSize(1);
    }
  }

  @Test
  void writesNothingInADryRun() throws IOException {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE)).awaitingNothing()) {
      assertThat(fixes(step().run(context)).applied()).isEqualTo(3);
      assertThat(content(A)).isEqualTo(BEFORE_A);
      step().undo(context);
    }
  }

  @Test
  void refusesToWriteTheFilesOfABareRepository() {
    TestRepository.init(temp.resolve("other"));
    made.git("clone", "--quiet", "--bare", ".", temp.resolve("bare").toString());
    var bare = io.kirolinter.agents.git.Repositories.open(temp.resolve("bare"));
    try (TestContext context =
        TestContext.of(RUN, bare, temp.resolve("home"), RunOptions.applyingTo(ApplyTarget.TREE))
            .awaitingNothing()) {
      context.with(ArtifactType.REVIEW, review(context.snapshot()));

      assertThat(step().run(context)).isInstanceOf(StepResult.Refused.class);
    }
  }

  @Test
  void takesTheRiskiestFilesFirstWhereThereIsALimit() {
    RunOptions options = RunOptions.applyingTo(ApplyTarget.NONE).withMaxFixes(2);
    try (TestContext context = context(options)) {
      context.with(
          ArtifactType.RISK_RANKING,
          new RiskRanking(
              List.of(new RiskyFile(SourcePath.of(B), 2, List.of("a", "b"), "Look")), 1));

      assertThat(fixes(step().run(context)).changes())
          .flatExtracting(FixSet.RuleChange::files)
          .extracting(FixSet.FileEdit::path)
          .containsExactly(SourcePath.of(B));
    }
  }

  // Limits, and what other runs have proposed

  @Test
  void proposesTheNextFilesOnceTheFirstAreMerged() {
    List<String> first = propose("20261122-181530-000001", 1);
    made.git("merge", "--quiet", "kirolinter/20261122-181530-000001");

    List<String> second = propose("20261122-181530-000002", 1);

    assertThat(first).containsExactly(A);
    assertThat(second).containsExactly(B);
  }

  @Test
  void proposesNothingTwiceWhileTheFirstIsOpen() {
    List<String> first = propose("20261122-181530-000001", 1);
    List<String> second = propose("20261122-181530-000002", 1);
    made.write("README.md", "more").commit("more");

    List<String> third = propose("20261122-181530-000003", 1);

    assertThat(first).containsExactly(A);
    assertThat(second).containsExactly(B);
    assertThat(third).isEmpty();
    assertThat(made.git("branch", "--list", "kirolinter/*").lines()).hasSize(2);
  }

  @Test
  void proposesAgainWhatWasOnABranchThatIsGone() {
    propose("20261122-181530-000001", 1);
    made.git("branch", "--quiet", "-D", "kirolinter/20261122-181530-000001");

    assertThat(propose("20261122-181530-000002", 1)).containsExactly(A);
  }

  /** Only where it publishes: the branch is pushed anew, or stays as it is. */
  @Test
  void fixesAgainWhatWaitsOnAPublishedBranchThatCannotBeMergedAnyMore() {
    String branch = "kirolinter/20261122-181530-000001";
    propose("20261122-181530-000001", 1);
    made.write(A, BEFORE_A.replace("old;", "old, mine;")).commit("second");
    RunOptions local = RunOptions.applyingTo(ApplyTarget.BRANCH);

    assertThat(fixedFiles(local, branch)).containsExactly(B);
    assertThat(fixedFiles(local.withPublication(Publication.DRAFT), branch)).containsExactly(A, B);
    made.git("branch", "--quiet", "-m", branch, branch + "-mine");
    assertThat(fixedFiles(local.withPublication(Publication.DRAFT), branch)).containsExactly(B);
  }

  private List<String> fixedFiles(RunOptions options, String published) {
    try (TestContext context =
        TestContext.of("20261122-181530-000002", made.open(), temp.resolve("home"), options)) {
      context.with(ArtifactType.REVIEW, review(context.snapshot()));
      context
          .memory()
          .observe(
              context.repository().id(),
              published,
              List.of(
                  new Observation(
                      "pull-request-wanted", published, 1, "", context.clock().instant())));
      return fixes(step().run(context)).changes().stream()
          .flatMap(change -> change.files().stream())
          .map(edit -> edit.path().value())
          .toList();
    }
  }

  @Test
  void saysHowManyFindingsWait() {
    RunOptions options = RunOptions.applyingTo(ApplyTarget.BRANCH).withMaxFiles(OptionalInt.of(1));
    try (TestContext context = context(options)) {
      StepResult result = step().run(context);

      assertThat(fixes(result).waiting()).isEqualTo(2);
      assertThat(result.summary()).endsWith("3 findings with a fix; 2 wait for the next proposal");
    }
  }

  /** {@return the files that the branch of a run changes} */
  private List<String> propose(String run, int files) {
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.BRANCH).withMaxFiles(OptionalInt.of(files));
    try (TestContext context =
        TestContext.of(run, made.open(), temp.resolve("home"), options).awaitingNothing()) {
      context.with(ArtifactType.REVIEW, review(context.snapshot()));
      step().run(context);
    }
    return made.git("branch", "--list", "kirolinter/" + run).isBlank()
        ? List.of()
        : made.git("diff", "--name-only", "main...kirolinter/" + run).lines().toList();
  }

  @Test
  void remembersWhatItCheckedBefore() {
    FixSet first;
    FixSet second;
    FixSet other;
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE))) {
      first = fixes(step().run(context));
      second = fixes(step().run(context));
      other = fixes(FixStep.of(FixEngine.of(RULES, 1), "v2", FixLevel.SAFE).run(context));
    }

    assertThat(second.changes()).isEqualTo(first.changes());
    assertThat(second.gates())
        .extracting(GateResult::evidence)
        .isNotEmpty()
        .allMatch(evidence -> evidence.startsWith("in an earlier run on the same content: "));
    assertThat(other.gates())
        .extracting(GateResult::evidence)
        .noneMatch(evidence -> evidence.startsWith("in an earlier run"));
  }

  @Test
  void doesNotRememberAcrossOtherContent() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE))) {
      step().run(context);
    }
    made.write("src/C.java", "class C { }").commit("second");
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE))) {
      assertThat(fixes(step().run(context)).gates())
          .extracting(GateResult::evidence)
          .noneMatch(evidence -> evidence.startsWith("in an earlier run"));
    }
  }

  @Test
  void remembersNothingOfRulesWithoutAVersion() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE))) {
      FixRequest request = FixRequest.safe(context.snapshot(), List.of());
      FixSet none = new FixSet(List.of(), List.of(), List.of());
      FixCache versioned = new FixCache(context.cache(), "v1", LibraryFolders.none());
      FixCache unversioned = new FixCache(context.cache(), "", LibraryFolders.none());

      versioned.put(request, none, LibraryFiles.none());
      unversioned.put(request, none, LibraryFiles.none());

      assertThat(versioned.get(request)).isPresent();
      assertThat(unversioned.get(request)).isEmpty();
    }
  }

  @Test
  void fixesAgainWhenALibraryHasComeOrGone() throws IOException {
    TestLibraries home = new TestLibraries(temp.resolve("user"));
    made.write("pom.xml", TestLibraries.pom("x:y:1", TestLibraries.dependencies("g:lib:1")));
    made.commit("with a library");
    RunOptions nowhere = RunOptions.applyingTo(ApplyTarget.NONE);

    assertThat(evidence(nowhere, home)).doesNotStartWith("in an earlier run");
    assertThat(evidence(nowhere, home)).startsWith("in an earlier run").contains("g:lib:1 is not");
    home.with("g:lib:1");
    assertThat(evidence(nowhere, home)).contains("compiled with 1 class path entry");
    assertThat(evidence(nowhere, home)).startsWith("in an earlier run");
    Files.delete(home.repository().resolve("g/lib/1/lib-1.jar"));
    assertThat(evidence(nowhere, home)).doesNotStartWith("in an earlier run");
  }

  private String evidence(RunOptions options, TestLibraries home) {
    try (TestContext context = context(options)) {
      return fixes(step().withLibraries(home.folders()).run(context)).gates().stream()
          .filter(gate -> gate.gate().equals("compiler"))
          .map(GateResult::evidence)
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void makesADamagedEntryOfTheCacheAgain() {
    try (TestContext context = context(RunOptions.applyingTo(ApplyTarget.NONE))) {
      step().run(context);
      FixCache cache = new FixCache(new BrokenCache(), "v1", LibraryFolders.none());

      assertThat(cache.get(FixRequest.safe(context.snapshot(), List.of()))).isEmpty();
    }
  }

  @Test
  void verifiesByTheUsersCommandAndDropsWhatFailsIt() {
    RunOptions options =
        RunOptions.applyingTo(ApplyTarget.NONE)
            .withVerifyCommand("! grep -q 'this.old, b' src/B.java");
    try (TestContext context = context(options)) {
      FixSet fixes = fixes(step().run(context));

      assertThat(fixes.applied()).isEqualTo(2);
      assertThat(fixes.dropped())
          .singleElement()
          .satisfies(
              dropped -> {
                assertThat(dropped.path()).isEqualTo(SourcePath.of(B));
                assertThat(dropped.reason()).startsWith("verify: ").contains("exit code 1");
                assertThat(dropped.isQuarantined()).isTrue();
              });
      assertThat(fixes.gates()).extracting(GateResult::gate).endsWith("compiler", "verify");
      assertThat(context.folder().resolve("verify")).doesNotExist();
    }
  }

  @Test
  void refusesToVerifyWithoutACommit() throws IOException {
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Files.writeString(plain.resolve("A.java"), BEFORE_A);
    var folder = io.kirolinter.agents.git.Repositories.open(plain);
    RunOptions options = RunOptions.applyingTo(ApplyTarget.NONE).withVerifyCommand("true");
    try (TestContext context = TestContext.of(RUN, folder, temp.resolve("home"), options)) {
      context.with(ArtifactType.REVIEW, review(context.snapshot()));

      assertThat(step().run(context)).isInstanceOf(StepResult.Refused.class);
    }
  }

  @Test
  void writesNowhereWhereABranchHasNoCommitToStartFrom() throws IOException {
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Files.writeString(plain.resolve("A.java"), BEFORE_A);
    var folder = io.kirolinter.agents.git.Repositories.open(plain);
    RunOptions options = RunOptions.applyingTo(ApplyTarget.BRANCH);
    try (TestContext context =
        TestContext.of(RUN, folder, temp.resolve("home"), options).awaitingNothing()) {
      context.with(ArtifactType.REVIEW, review(context.snapshot()));

      assertThat(step().run(context).summary()).contains("written nowhere");
      step().undo(context);
      assertThat(Files.readString(plain.resolve("A.java"))).isEqualTo(BEFORE_A);
    }
  }

  @Test
  void isDoneWithoutAFixWhereAllWereDropped() {
    RunOptions options = RunOptions.applyingTo(ApplyTarget.TREE);
    List<JavaRule> bad = List.of(TestRule.replacing("old-name", "old", "missing"));
    try (TestContext context = context(options).awaitingNothing()) {
      StepResult result = FixStep.of(FixEngine.of(bad, 1), "v1", FixLevel.SAFE).run(context);

      assertThat(fixes(result).applied()).isZero();
      assertThat(result.summary()).startsWith("0 fixes").contains("3 dropped");
    }
  }

  private static FixStep step() {
    return FixStep.of(FixEngine.of(RULES, 1), "v1", FixLevel.SAFE);
  }

  private TestContext context(RunOptions options) {
    TestContext context = TestContext.of(RUN, made.open(), temp.resolve("home"), options);
    return context.with(ArtifactType.REVIEW, review(context.snapshot()));
  }

  private static Review review(Snapshot snapshot) {
    JavaChecker checker = JavaChecker.of(RULES);
    JavaParser parser = JavaParser.open();
    List<Finding> findings =
        snapshot.files().stream()
            .flatMap(
                file -> {
                  SourceText text = SourceText.decode(snapshot.read(file)).orElseThrow();
                  return checker.check(parser.parse(file.path(), text.text())).findings().stream();
                })
            .toList();
    return new Review(findings, List.of(), 2, 4, List.of("java"));
  }

  private static FixSet fixes(StepResult result) {
    assertThat(result).isInstanceOf(StepResult.Done.class);
    return (FixSet) ((StepResult.Done) result).artifact().orElseThrow();
  }

  private String content(String path) throws IOException {
    return Files.readString(made.folder().resolve(path));
  }

  /** Answers every key with what is no set of fixes. */
  private static final class BrokenCache implements io.kirolinter.core.store.ResultCache {

    @Override
    public java.util.Map<String, String> get(java.util.Collection<String> keys) {
      return java.util.Map.of(keys.iterator().next(), "{ damaged");
    }

    @Override
    public void put(java.util.Map<String, String> entries) {
      throw new AssertionError("nothing is put here");
    }
  }
}
