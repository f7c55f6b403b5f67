package io.kirolinter.agents.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.integrate.publish.FingerprintBlock;
import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.ForgeServer;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.agents.testkit.forge.PlayedRequest;
import io.kirolinter.agents.testkit.forge.SshGitServer;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.step.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run does at a forge, with a real repository behind it. */
class PublishingTest extends ForgeRuns {

  @ParameterizedTest
  @EnumSource
  void opensADraftWithAllThatPeopleAndProgramsNeed(Kind kind) throws IOException {
    start(kind, ".github/CODEOWNERS", "*.java @ada\n");
    forge.state().members.add("ada");

    StepResult.Done done = (StepResult.Done) run(RUN, "A.java");

    PlayedRequest opened = only();
    Proposal proposal = (Proposal) done.artifact().orElseThrow();
    assertThat(proposal.pullRequest().orElseThrow()).endsWith("/1");
    assertThat(done.summary()).contains(proposal.branch(), proposal.pullRequest().get());
    assertThat(opened.branch).isEqualTo("kirolinter/" + RUN);
    assertThat(opened.target).isEqualTo("main");
    assertThat(opened.title)
        .isEqualTo((kind == Kind.GITLAB ? "Draft: " : "") + "Shorten names (1 fix)");
    assertThat(opened.body)
        .contains("## What and why", "## Proof", "| compile | no new error | 7 ms |")
        .contains("Findings before: 4; after: 3.", "## Undo", "Made by a program")
        .contains("git diff ");
    assertThat(FingerprintBlock.in(opened.body).orElseThrow().fingerprints())
        .containsExactly(fingerprint("A.java"));
    assertThat(opened.labels).containsExactly("kirolinter", "code-smell");
    assertThat(opened.reviewers).containsExactly("ada");
    assertThat(forge.state().checks).singleElement().asString().contains("kirolinter success");
    assertThat(made.git("ls-remote", forge.repository().toString(), "refs/heads/" + opened.branch))
        .startsWith(proposal.head().value());
    assertThatNothingHoldsTheToken();
  }

  /** Neither the data folder, the repository's settings, nor anything on the forge. */
  private void assertThatNothingHoldsTheToken() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(ForgeServer.TOKEN);
      }
    }
  }

  @Test
  void pushesOverSshWhileTheForgeIsAskedOverHttp() throws Exception {
    start(Kind.GITHUB);
    try (SshGitServer ssh = SshGitServer.start(temp.resolve("forge"), temp.resolve("keys"))) {
      made.git("remote", "set-url", "origin", ssh.url(forge.repository()));
      ssh.letIn(made);
      ofUser = settings(Kind.GITHUB, ", api: '" + forge.api() + "'");

      run(RUN, "A.java");
      run(RUN, "A.java");

      assertThat(only().branch).isEqualTo("kirolinter/" + RUN);
      assertThat(there(only().branch)).isEqualTo(made.git("rev-parse", only().branch).strip());
    }
  }

  @Test
  void doesNothingASecondTime() {
    start(Kind.GITHUB);
    run(RUN, "A.java");
    int before = forge.calls().size();

    run(RUN, "A.java");

    only();
    assertThat(forge.calls().subList(before, forge.calls().size()))
        .allMatch(call -> call.startsWith("GET"));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheBranchWhileTheForgeIsAwayAndTheNextRunOpensIt(Kind kind) {
    start(kind);
    forge.setAway(true);

    StepResult result = run(RUN, "A.java");

    assertThat(result).isInstanceOf(StepResult.Incomplete.class);
    StepResult.Incomplete part = (StepResult.Incomplete) result;
    assertThat(part.problem()).contains("503", "the next run goes on");
    assertThat(part.artifact()).isPresent();
    assertThat(made.git("branch", "--list", "kirolinter/*")).contains(RUN);

    forge.setAway(false);
    StepResult next = run(LATER, "B.java");

    assertThat(next).isInstanceOf(StepResult.Done.class);
    assertThat(forge.state().requests)
        .extracting(one -> one.branch)
        .containsExactly("kirolinter/" + LATER, "kirolinter/" + RUN);
    assertThat(forge.state().requests.get(1).body).contains("## Proof", "Made by a program");
  }

  @Test
  void opensWhatWaitedAlsoWhereTheNextRunFindsNothingElse() throws IOException {
    start(Kind.GITHUB);
    forge.setAway(true);
    run(RUN, "A.java");
    forge.setAway(false);
    Files.delete(temp.resolve("home/runs").resolve(RUN).resolve("pull-request.md"));
    made.write("README.md", "x").commit("second");
    pushMain();

    StepResult result = run(LATER, "A.java");

    assertThat(only().branch).isEqualTo("kirolinter/" + RUN);
    assertThat(only().title).isEqualTo("Fix 1 finding");
    assertThat(only().body).contains("Shorten names (short-name, 1 fix)", "Made by a program");
    Proposal proposal = (Proposal) ((StepResult.Done) result).artifact().orElseThrow();
    assertThat(proposal.branch()).isEqualTo("kirolinter/" + RUN);
    assertThat(result.summary()).contains("wait already on branch", "/pull/1");
  }

  @Test
  void opensOneOnlyWhereTheAnswerToTheFirstIsLostAndTheRunIsDoneAgain() {
    start(Kind.GITHUB);
    forge.spoiling("POST", "/pulls", ForgeServer.cutAfterwards());

    run(RUN, "A.java");
    run(RUN, "A.java");

    only();
  }

  @Test
  void opensNoMoreThanTwoAnHourAndTheRestLater() {
    start(Kind.GITHUB);
    run("20261122-181530-000001", "A.java");
    run("20261122-181530-000002", "B.java");

    StepResult third = run("20261122-181530-000003", "C.java");

    assertThat(third).isInstanceOf(StepResult.Done.class);
    assertThat(third.summary())
        .contains("waits for the limits of 2 an hour and 10 open; a later run opens it");
    assertThat(forge.state().requests).hasSize(2);

    forge.state().requests.forEach(one -> one.openedAt = "2026-11-22T16:00:00Z");
    run("20261122-181530-000004", "D.java");

    assertThat(forge.state().requests).hasSize(4);
  }

  @Test
  void keepsTheLimitThatSettingsName() {
    start(Kind.GITHUB, ".kirolinter.yaml", "proposals: {per-hour: 9, most-open: 1, draft: true}\n");
    run("20261122-181530-000001", "A.java");

    assertThat(run("20261122-181530-000002", "B.java").summary()).contains("9 an hour and 1 open");

    forge.state().requests.get(0).state = "merged";
    run("20261122-181530-000003", "C.java");
    assertThat(forge.state().requests).hasSize(2);
  }

  @Test
  void leavesABranchThatAPersonHasCommittedTo() {
    start(Kind.GITHUB);
    run(RUN, "A.java");
    TestRepository person = TestRepository.init(temp.resolve("person"));
    person.git("fetch", "--quiet", forge.repository().toString(), only().branch);
    person.git("checkout", "--quiet", "-b", "x", "FETCH_HEAD");
    person.write("A.java", "class A {}\n").commit("mine");
    person.git("push", "--quiet", forge.repository().toString(), "x:" + only().branch);

    StepResult again = run(RUN, "A.java");

    assertThat(again.summary()).contains("a person has committed to kirolinter/" + RUN);
    assertThat(made.git("ls-remote", forge.repository().toString(), only().branch))
        .startsWith(person.head().value());
    assertThat(only().comments).singleElement().matches(c -> c.body.contains("leaves it alone"));
    run(RUN, "A.java");
    assertThat(only().comments).singleElement().matches(c -> c.edits == 0);
  }

  @Test
  void opensNothingAgainThatAPersonHasClosed() {
    start(Kind.GITHUB);
    run(RUN, "A.java");
    only().state = "closed";

    assertThat(run(RUN, "A.java").summary()).contains("was decided about already");
    assertThat(run(LATER, "A.java").summary()).contains("was decided about already");

    only();
  }

  @ParameterizedTest
  @EnumSource
  void closesWhatNobodyNeedsAnyMoreWithAWordWhy(Kind kind) {
    start(kind);
    run(RUN, "A.java");
    found.remove("A.java");
    made.write("A.java", "class A {\n  int other;\n}\n").commit("by hand");
    pushMain();

    StepResult result = run(LATER, "B.java");

    PlayedRequest old = forge.state().requests.get(1);
    assertThat(old.state).isEqualTo("closed");
    assertThat(old.comments).singleElement().matches(c -> c.body.contains("Closed: none of the"));
    assertThat(result.summary()).contains("as its findings are gone");
    assertThat(made.git("ls-remote", forge.repository().toString())).doesNotContain(RUN);
    assertThat(forge.state().requests.get(0).state).isEqualTo("open");
  }

  @Test
  void updatesItsTextButNotOneThatAPersonHasEdited() {
    start(Kind.GITHUB);
    run(RUN, "A.java");
    String first = only().body;
    only().title = "Older words";

    run(RUN, "A.java");

    assertThat(only().title).isEqualTo("Shorten names (1 fix)");
    only().body = first.replace("## Proof", "## My proof");
    run(RUN, "A.java");
    assertThat(only().body).contains("## My proof");
  }

  @Test
  void takesThePullRequestBackWithItsBranch() {
    start(Kind.GITHUB);
    Proposal proposal = (Proposal) ((StepResult.Done) run(RUN, "A.java")).artifact().orElseThrow();

    try (TestContext context = context(RUN, "A.java").with(ArtifactType.PROPOSAL, proposal)) {
      new IntegrateStep(forges(), ofUser).undo(context);
      new IntegrateStep(forges(), ofUser).undo(context);
    }

    assertThat(only().state).isEqualTo("closed");
    assertThat(only().comments).singleElement().matches(c -> c.body.contains("taken back"));
    assertThat(made.git("ls-remote", forge.repository().toString())).doesNotContain(RUN);
    assertThat(made.git("branch", "--list", "kirolinter/*")).isEmpty();
  }

  @Test
  void doesNotProposeWhatNobodyHasPushed() {
    start(Kind.GITHUB);
    made.write("README.md", "mine").commit("not pushed");

    StepResult.Incomplete part = (StepResult.Incomplete) run(RUN, "A.java");

    assertThat(part.problem()).contains("it is not on 'main' of the remote", "Push it");
    assertThat(forge.state().requests).isEmpty();
  }

  @Test
  void proposesToTheBranchThatIsCheckedOutWhereOnlyThatOneHasTheCommit() {
    start(Kind.GITHUB);
    made.git("checkout", "--quiet", "-b", "next");
    made.write("README.md", "x").commit("on next");
    made.git("push", "--quiet", forge.repository().toString(), "next");
    made.git("config", "branch.next.remote", "origin");
    made.git("config", "branch.next.merge", "refs/heads/next");

    run(RUN, "A.java");

    assertThat(only().target).isEqualTo("next");
  }

  @Test
  void respectsTheHookThatARepositoryHasForPushes() throws IOException {
    start(Kind.GITHUB);
    Path hook = made.folder().resolve(".git/hooks/pre-push");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho not today >&2\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    StepResult.Incomplete part = (StepResult.Incomplete) run(RUN, "A.java");

    assertThat(part.problem()).contains("not today");
    assertThat(forge.state().requests).isEmpty();
  }

  @Test
  void respectsABranchThatTheServerProtects() throws IOException {
    start(Kind.GITHUB);
    Path hook = forge.repository().resolve("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho protected >&2\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    StepResult.Incomplete part = (StepResult.Incomplete) run(RUN, "A.java");

    assertThat(part.problem()).contains("pre-receive hook declined");
  }

  @Test
  void sendsNoTokenToAHostThatItIsNotFor() {
    start(Kind.GITHUB);
    ofUser = Settings.none();

    StepResult.Incomplete part = (StepResult.Incomplete) run(RUN, "A.java");

    assertThat(part.problem()).contains("nobody said what kind of forge is at 127.0.0.1");
    assertThat(forge.calls()).isEmpty();
  }

  @Test
  void hidesSecretsThatStandInTheText() {
    start(Kind.GITHUB);
    String secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    run(RUN, "A.java", "Take password = " + secret + " away");

    assertThat(only().body).doesNotContain(secret);
    assertThat(only().title).doesNotContain(secret);
  }

  @Test
  void uploadsTheFindingsWhereSettingsSaySo() {
    start(Kind.GITHUB, ".kirolinter.yaml", "proposals: {code-scanning: true, reviewers: false}\n");

    run(RUN, "A.java");

    assertThat(forge.state().uploads).hasSize(1);
    forge.state().takesFindings = false;
    assertThat(run(LATER, "B.java").summary()).contains("takes no findings");
  }
}
