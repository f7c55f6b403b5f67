package io.kirolinter.agents.integrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.FileEdit;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.artifact.Proposal.RuleCommit;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.source.TextEdit;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrateStepTest {

  private static final String RUN = "20261122-181530-4f2ac1";
  private static final String BRANCH = "kirolinter/" + RUN;
  private static final SourcePath A = SourcePath.of("src/A.java");
  private static final SourcePath B = SourcePath.of("src/ü \"b\".java");
  private static final byte[] BEFORE_A =
      "class A {\r\n  int a;\r\n  int b;\r\n}\r\n".getBytes(UTF_8);
  private static final byte[] BEFORE_B = "\ufeffclass B { int a; }".getBytes(UTF_8);

  private final IntegrateStep step = new IntegrateStep();

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    made.write(A.value(), BEFORE_A).write(B.value(), BEFORE_B).write("README.md", "x\n");
    assertThat(made.folder().resolve(A.value()).toFile().setExecutable(true)).isTrue();
    made.commit("first");
  }

  @Test
  void describesItselfAsAnOptionalChange() {
    assertThat(step.description().name()).isEqualTo("integrate");
    assertThat(step.description().effect()).isEqualTo(Effect.CHANGES);
    assertThat(step.description().criticality()).isEqualTo(Criticality.OPTIONAL);
    assertThat(step.description().produces()).contains(ArtifactType.PROPOSAL);
  }

  @Test
  void writesOneCommitPerRuleAndKeepsEveryOtherByte() {
    Proposal proposal = integrate(RUN);

    assertThat(proposal.branch()).isEqualTo(BRANCH);
    assertThat(proposal.base()).isEqualTo(made.head());
    assertThat(proposal.commits())
        .extracting(RuleCommit::rule, RuleCommit::fixes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(RuleId.of("short-name"), 2),
            org.assertj.core.groups.Tuple.tuple(RuleId.of("long-name"), 1));
    assertThat(proposal.head()).isEqualTo(proposal.commits().get(1).id());
    assertThat(made.content(proposal.commits().get(0).id().value(), A))
        .asString(UTF_8)
        .isEqualTo("class A {\r\n  int x;\r\n  int b;\r\n}\r\n");
    assertThat(made.content(BRANCH, A))
        .asString(UTF_8)
        .isEqualTo("class A {\r\n  int x;\r\n  int yyy;\r\n}\r\n");
    assertThat(made.content(BRANCH, B)).asString(UTF_8).isEqualTo("\ufeffclass B { int x; }");
    assertThat(made.git("ls-tree", BRANCH, "src/A.java")).startsWith("100755");
    assertThat(made.git("diff-tree", "-r", "--name-only", "main", BRANCH).lines()).hasSize(2);
  }

  @Test
  void saysInEveryCommitWhatWasFixedByWhom() {
    integrate(RUN);

    assertThat(made.git("log", "--reverse", "--format=%s|%ae|%cI", "main.." + BRANCH))
        .isEqualTo(
            """
            Shorten names (short-name, 2 fixes)|kirolinter@localhost|2026-11-22T18:15:30+00:00
            Lengthen names (long-name, 1 fix)|kirolinter@localhost|2026-11-22T18:15:30+00:00
            """);
    assertThat(made.git("log", "-1", "--format=%b", BRANCH + "~1"))
        .contains("- src/A.java:2: Rename it\n", "- src/ü \"b\".java:1: Rename it\n");
    assertThat(
            made.git(
                "log",
                "-1",
                "--format=%(trailers:key=KiroLinter-Rule)%(trailers:key=KiroLinter-Run)"
                    + "%(trailers:key=KiroLinter-Fingerprints)",
                BRANCH))
        .isEqualTo(
            """
            KiroLinter-Rule: long-name
            KiroLinter-Run: %s
            KiroLinter-Fingerprints: 0000000000000003

            """
                .formatted(RUN));
  }

  @Test
  void leavesADirtyCheckoutAsItIs() throws IOException {
    made.write(A.value(), "stashed\n");
    made.git("stash", "--quiet");
    made.write(A.value(), "staged\n").git("add", "--all");
    made.write(A.value(), "dirty\n").write("mine.txt", "x");
    made.git("checkout", "--quiet", "--detach");
    Files.writeString(made.folder().resolve(".git/index.lock"), "");
    String before = made.state();

    integrate(RUN);

    assertThat(made.state()).isEqualTo(before);
  }

  @Test
  void changesNothingInASecondAttempt() {
    Proposal first = integrate(RUN);
    String refs = made.git("for-each-ref");

    assertThat(integrate(RUN)).isEqualTo(first);
    assertThat(made.git("for-each-ref")).isEqualTo(refs);
  }

  @Test
  void pointsToTheBranchOfAnEarlierRunWithTheSameFixes() {
    Proposal first = integrate(RUN);
    try (TestContext later = context("20261123-000000-000001").with(FIX_SET, fixes())) {
      StepResult result = step.run(later);

      assertThat(result.summary())
          .isEqualTo(
              "3 fixes in 2 commits were there already, on branch %s; no other was made"
                  .formatted(BRANCH));
      Proposal second = (Proposal) ((StepResult.Done) result).artifact().orElseThrow();
      assertThat(second.branch()).isEqualTo(BRANCH);
      assertThat(second.commits()).isEqualTo(first.commits());
      assertThat(second.body()).contains("kirolinter agent undo " + RUN);
      assertThat(later.folder().resolve("pull-request.md")).exists();

      later.with(ArtifactType.PROPOSAL, second);
      step.undo(later);
    }
    assertThat(made.git("for-each-ref")).contains(BRANCH).doesNotContain("20261123");
  }

  @Test
  void proposesNothingTwiceWhereAPersonHasAmendedTheEarlierBranch() {
    integrate(RUN);
    made.git("checkout", "--quiet", BRANCH);
    made.write(A.value(), "amended\n").git("commit", "--quiet", "--all", "--amend", "--no-edit");
    made.git("checkout", "--quiet", "main");

    assertThat(reasonForNothing("20261123-000000-000001"))
        .isEqualTo("these fixes wait already on branch %s; merge or delete it".formatted(BRANCH));
  }

  @Test
  void proposesNothingTwiceOnAnotherCommit() {
    integrate(RUN);
    made.write("README.md", "y\n").commit("second");

    assertThat(reasonForNothing("20261123-000000-000001")).contains("wait already", BRANCH);
    assertThat(made.git("branch", "--list")).doesNotContain("20261123-000000-000001");
  }

  @Test
  void makesABranchOfItsOwnOnAnotherCommitOnceTheEarlierOneIsGone() {
    integrate(RUN);
    made.write("README.md", "y\n").commit("second");
    made.git("branch", "--quiet", "-D", BRANCH);

    Proposal second = integrate("20261123-000000-000001");

    assertThat(second.branch()).isEqualTo("kirolinter/20261123-000000-000001");
    assertThat(made.content(second.branch(), SourcePath.of("README.md")))
        .asString()
        .isEqualTo("y\n");
  }

  private String reasonForNothing(String run) {
    try (TestContext context = context(run).with(FIX_SET, fixes())) {
      StepResult result = step.run(context);
      assertThat(result).isInstanceOf(StepResult.NothingToDo.class);
      return result.summary();
    }
  }

  @Test
  void saysHowManyFixesWaitForTheNextProposal() {
    try (TestContext context = context(RUN).with(FIX_SET, fixes().withWaiting(7))) {
      Proposal proposal = (Proposal) ((StepResult.Done) step.run(context)).artifact().orElseThrow();

      assertThat(proposal.body())
          .contains("## Still to come\n\n7 findings with a fix are not part of this proposal");
    }
  }

  @Test
  void writesTheTextOfThePullRequest() throws IOException {
    Proposal proposal;
    try (TestContext context = context(RUN).with(FIX_SET, fixes())) {
      context.with(ArtifactType.REVIEW, review());
      context.with(
          ArtifactType.RISK_RANKING,
          new RiskRanking(
              List.of(new RiskyFile(A, 0.5, List.of("changed 9 times"), "Test it.")), 7));
      proposal = (Proposal) ((StepResult.Done) step.run(context)).artifact().orElseThrow();
    }

    String base = made.head().abbreviated();
    assertThat(proposal.title()).isEqualTo("Fix 3 findings of 2 rules: code-smell");
    assertThat(Path.of(proposal.textFile())).hasFileName("pull-request.md");
    assertThat(Files.readString(Path.of(proposal.textFile())))
        .isEqualTo("# Fix 3 findings of 2 rules: code-smell\n\n" + proposal.body());
    assertThat(proposal.body())
        .isEqualTo(
            """
            3 fixes in 2 files, one commit per rule. Nothing outside these edits was touched.

            ## What and why

            | category | rule | what | why | fixes | commit |
            |---|---|---|---|---|---|
            | code-smell | `short-name` | Shorten names | too \\<b\\>long\\| for \\_all\\_ | 2 | %s |
            |  | `long-name` | Lengthen names |  | 1 | %s |

            ## Proof

            | check | result | time |
            |---|---|---|
            | re-parse | 2 files parse | 12 ms |

            Findings before: 4; after: 1.

            ## Look here first

            - `src/A.java`: changed 9 times

            ## Left out

            - `long-name` at `src/A.java:3`: does not compile

            ## Review and reproduce

                git diff %s..%s
                git log --patch %s..%s
                kirolinter agent workflow --repo . --template full_review

            ## Undo

                kirolinter agent undo %s   # deletes the branch, before it is merged
                git revert <commit>        # takes back one rule, after that

            ---
            Made by a program: KiroLinter, run %s, from commit %s.
            """
                .formatted(
                    proposal.commits().get(0).id().abbreviated(),
                    proposal.commits().get(1).id().abbreviated(),
                    base,
                    BRANCH,
                    base,
                    BRANCH,
                    RUN,
                    RUN,
                    made.head()));
  }

  @Test
  void namesTheOneRuleInTheTitle() {
    FixSet all = fixes();
    FixSet one = new FixSet(all.changes().subList(0, 1), List.of(), List.of());
    try (TestContext context = context(RUN).with(FIX_SET, one)) {
      Proposal proposal = (Proposal) ((StepResult.Done) step.run(context)).artifact().orElseThrow();

      assertThat(proposal.title()).isEqualTo("Shorten names (2 fixes)");
      assertThat(proposal.body())
          .contains("No check was recorded.")
          .doesNotContain("Left out", "Findings before", "Look here first");
    }
  }

  @Test
  void hasNothingToDoWhereThereIsNothingToCommitOrNowhereTo() throws IOException {
    Path plain = Files.createDirectory(temp.resolve("plain"));
    assertThat(idle(Repositories.open(plain), ApplyTarget.BRANCH)).contains("in no git repository");
    Repository empty = TestRepository.init(temp.resolve("empty")).open();
    assertThat(idle(empty, ApplyTarget.BRANCH)).contains("no commits yet");
    assertThat(idle(made.open(), ApplyTarget.NONE)).isEqualTo("a dry run writes no branch");
    assertThat(idle(made.open(), ApplyTarget.TREE)).contains("went to the checkout");
    try (TestContext context =
        context(RUN).with(FIX_SET, new FixSet(List.of(), List.of(), List.of()))) {
      assertThat(step.run(context)).isEqualTo(StepResult.nothingToDo("there is no fix to commit"));
    }
    assertThat(made.git("for-each-ref")).doesNotContain("kirolinter");
  }

  @Test
  void writesNoBranchWhenAFileIsNotWhatTheFixesCountOn() {
    made.write(A.value(), "class A { int changed; }\n").commit("second");
    assertRefused(RUN, fixes(), "not the version that its edits count on");

    made.write(A.value(), BEFORE_A).write(B.value(), new byte[] {(byte) 0xff}).commit("third");
    ContentHash odd = ContentHash.of(new byte[] {(byte) 0xff});
    assertRefused(RUN, fixOf(B, odd, odd), "not UTF-8");
    assertRefused(
        RUN, fixOf(SourcePath.of("C.java"), odd, odd), "Cannot apply fixes to file 'C.java'");
    assertRefused(RUN, fixOf(A, ContentHash.of(BEFORE_A), odd), "once it is edited");
  }

  @Test
  void refusesABranchThatSomebodyElseMade() {
    made.git("branch", BRANCH);

    assertRefused(RUN, fixes(), "it exists already, with other commits");
  }

  @Test
  void takesItsBranchAndTextBack() {
    String refs = made.git("for-each-ref");
    try (TestContext context = context(RUN).with(FIX_SET, fixes())) {
      Proposal proposal = (Proposal) ((StepResult.Done) step.run(context)).artifact().orElseThrow();
      context.with(ArtifactType.PROPOSAL, proposal);

      step.undo(context);
      step.undo(context);

      assertThat(Path.of(proposal.textFile())).doesNotExist();
    }
    assertThat(made.git("for-each-ref")).isEqualTo(refs);
  }

  @Test
  void takesBackWhatAnAttemptWroteThatWasCutOff() {
    String refs = made.git("for-each-ref");
    integrate(RUN);
    try (TestContext context = context(RUN)) {
      step.undo(context);
      assertThat(made.git("for-each-ref")).isEqualTo(refs);
      step.undo(context);
    }
  }

  @Test
  void leavesABranchOnWhichAPersonHasWorked() {
    Proposal proposal = integrate(RUN);
    made.git("checkout", "--quiet", BRANCH);
    assertThatThrownBy(() -> Proposals.withdraw(made.open(), proposal))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it is checked out");

    made.write("mine.txt", "x").commit("My work");
    made.git("checkout", "--quiet", "main");
    assertThatThrownBy(() -> Proposals.withdraw(made.open(), proposal))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it has moved on");
    try (TestContext context = context(RUN)) {
      assertThatThrownBy(() -> step.undo(context))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("it holds what run " + RUN + " did not write");
    }
    assertThat(made.git("for-each-ref")).contains(BRANCH);
  }

  @Test
  void takesNothingBackWithoutCommits() throws IOException {
    Repository plain = Repositories.open(Files.createDirectory(temp.resolve("plain")));
    try (TestContext context = TestContext.of(RUN, plain, temp.resolve("home"))) {
      step.undo(context);
      assertThat(context.folder()).doesNotExist();
    }
  }

  @Test
  void failsWhenTheTextCannotBeWrittenAndSucceedsLater() throws IOException {
    Path runs = temp.resolve("home/runs");
    try (TestContext context = context(RUN).with(FIX_SET, fixes())) {
      Files.writeString(runs, "in the way");
      assertThatThrownBy(() -> step.run(context))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("pull-request.md");
      Files.delete(runs);
    }
    assertThat(integrate(RUN).branch()).isEqualTo(BRANCH);
  }

  @Test
  void refusesToProposeNothing() {
    try (TestContext context = context(RUN)) {
      FixSet none = new FixSet(List.of(), List.of(), List.of());
      assertThatThrownBy(
              () -> ProposalRequest.of(context.runId(), context.plan(), none, context.folder()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Repository empty = TestRepository.init(temp.resolve("empty")).open();
    try (TestContext context = TestContext.of(RUN, empty, temp.resolve("home"))) {
      assertThatThrownBy(() -> ProposalRequest.of(context.runId(), context.plan(), fixes(), temp))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static final ArtifactType<FixSet> FIX_SET = ArtifactType.FIX_SET;

  private static FixSet fixes() {
    ContentHash shortened = hash(BEFORE_A, new TextEdit(17, 18, "x"));
    RuleChange first =
        new RuleChange(
            RuleId.of("short-name"),
            "Shorten names",
            List.of(applied(1, A, 2), applied(2, B, 1)),
            List.of(
                edit(A, BEFORE_A, new TextEdit(17, 18, "x")),
                edit(B, BEFORE_B, new TextEdit(14, 15, "x"))));
    byte[] between = "class A {\r\n  int x;\r\n  int b;\r\n}\r\n".getBytes(UTF_8);
    assertThat(ContentHash.of(between)).isEqualTo(shortened);
    RuleChange second =
        new RuleChange(
            RuleId.of("long-name"),
            "Lengthen names",
            List.of(applied(3, A, 3)),
            List.of(edit(A, between, new TextEdit(27, 28, "yyy"))));
    return new FixSet(
        List.of(first, second),
        List.of(
            new DroppedFix(
                RuleId.of("long-name"),
                fingerprint(4),
                A,
                3,
                DropCause.FAILED_GATE,
                "does not compile")),
        List.of(new GateResult("re-parse", "2 files parse", 12)));
  }

  private static FixSet fixOf(SourcePath path, ContentHash before, ContentHash after) {
    RuleChange change =
        new RuleChange(
            RuleId.of("long-name"),
            "Lengthen names",
            List.of(applied(3, path, 3)),
            List.of(new FileEdit(path, before, List.of(TextEdit.insertion(0, " ")), after)));
    return new FixSet(List.of(change), List.of(), List.of());
  }

  private static Review review() {
    List<Finding> findings = List.of(finding(1, A), finding(2, B), finding(3, A), finding(4, A));
    return new Review(findings, List.of(), 2, 6, List.of("java"));
  }

  private static Finding finding(int number, SourcePath path) {
    return new Finding(
        RuleId.of(number < 3 ? "short-name" : "other"),
        Category.CODE_SMELL,
        Severity.LOW,
        path,
        new SourceRange(1, 1, 1, 2),
        "too <b>long| for\n_all_",
        fingerprint(number),
        Optional.empty());
  }

  private static AppliedFix applied(int number, SourcePath path, int line) {
    return new AppliedFix(fingerprint(number), path, line, FixLevel.SAFE, "Rename it");
  }

  private static Fingerprint fingerprint(int number) {
    return new Fingerprint("%016x".formatted(number));
  }

  private static FileEdit edit(SourcePath path, byte[] before, TextEdit edit) {
    return new FileEdit(path, ContentHash.of(before), List.of(edit), hash(before, edit));
  }

  private static ContentHash hash(byte[] before, TextEdit edit) {
    return SourceText.decode(before).orElseThrow().edited(List.of(edit)).hash();
  }

  private void assertRefused(String run, FixSet fixes, String message) {
    try (TestContext context = context(run).with(FIX_SET, fixes)) {
      String refs = made.git("for-each-ref");
      assertThatThrownBy(() -> step.run(context))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining(message);
      assertThat(made.git("for-each-ref")).isEqualTo(refs);
    }
  }

  private String idle(Repository repository, ApplyTarget target) {
    RunOptions options = RunOptions.applyingTo(target);
    try (TestContext context =
        TestContext.of(RUN, repository, temp.resolve("home"), options).with(FIX_SET, fixes())) {
      return ((StepResult.NothingToDo) step.run(context)).summary();
    }
  }

  private Proposal integrate(String run) {
    try (TestContext context = context(run).with(FIX_SET, fixes())) {
      return (Proposal) ((StepResult.Done) step.run(context)).artifact().orElseThrow();
    }
  }

  private TestContext context(String run) {
    return TestContext.of(run, made.open(), temp.resolve("home"));
  }
}
