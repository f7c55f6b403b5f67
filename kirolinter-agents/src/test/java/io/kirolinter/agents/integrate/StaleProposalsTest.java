package io.kirolinter.agents.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.agents.testkit.forge.PlayedRequest;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.step.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proposals that wait while the base moves on. */
class StaleProposalsTest extends ForgeRuns {

  private static final String BRANCH = "kirolinter/" + RUN;
  private static final String ENOUGH = "proposals: {per-hour: 9}\n";

  @ParameterizedTest
  @EnumSource
  void areMadeAgainFromTheNewBaseWhereTheyCannotBeMergedAnyMore(Kind kind) {
    start(kind, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    String before = there(BRANCH);
    conflictWithA();

    StepResult result = runOn(LATER, "A.java", "B.java");

    assertThat(there(BRANCH)).isNotEqualTo(before);
    assertThat(made.git("rev-parse", BRANCH).strip()).isEqualTo(there(BRANCH));
    assertThat(made.git("rev-parse", BRANCH + "~1").strip()).isEqualTo(made.head().value());
    assertThat(made.git("show", BRANCH + ":A.java")).contains("int x; // theirs");
    assertThat(made.git("diff", "--name-only", "main", BRANCH)).isEqualTo("A.java\n");
    assertThat(made.git("diff", "--name-only", "main", "kirolinter/" + LATER))
        .isEqualTo("B.java\n");
    assertThat(forge.state().requests).hasSize(2);
    PlayedRequest old = forge.state().requests.get(1);
    assertThat(old.comments)
        .singleElement()
        .matches(one -> one.body.contains("Made again from " + made.head().abbreviated()));
    assertThat(old.body).contains(made.head().value());
    assertThat(result.summary())
        .contains(BRANCH + " was made again from " + made.head().abbreviated())
        .contains("1 fix in 1 commit on branch kirolinter/" + LATER);
    assertThat(((Proposal) ((StepResult.Done) result).artifact().get()).others()).isEmpty();
  }

  @Test
  void areMadeAgainOnceHoweverOftenTheRunIsDoneAgain() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    conflictWithA();
    runOn(LATER, "A.java", "B.java");
    String refs = made.git("for-each-ref");
    int calls = forge.calls().size();

    runOn(LATER, "A.java", "B.java");

    assertThat(made.git("for-each-ref")).isEqualTo(refs);
    assertThat(forge.calls().subList(calls, forge.calls().size()))
        .allMatch(call -> call.startsWith("GET"));
  }

  @Test
  void keepTheirOneCommentWhichIsEditedTheNextTime() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    conflictWithA();
    runOn(LATER, "A.java");
    made.write("A.java", "class A {\n  int a; // theirs again\n}\n").commit("third");
    pushMain();

    StepResult.Done done = (StepResult.Done) runOn("20261124-101530-5f2ac1", "A.java");

    assertThat(only().comments).singleElement().matches(one -> one.edits == 1);
    assertThat(((Proposal) done.artifact().orElseThrow()).branch()).isEqualTo(BRANCH);
    assertThat(made.git("branch", "--list", "kirolinter/2026112[34]*")).isEmpty();
  }

  @Test
  void countForTheLimitOfAnHourAndWaitForTheirTurn() {
    start(Kind.GITHUB, ".kirolinter.yaml", "proposals: {per-hour: 1}\n");
    run(RUN, "A.java");
    String before = there(BRANCH);
    conflictWithA();

    assertThat(runOn(LATER, "A.java").summary()).contains(BRANCH + " waits for the limits of 1");

    assertThat(there(BRANCH)).isEqualTo(before);
    assertThat(made.git("rev-parse", BRANCH).strip()).isEqualTo(before);
    only().openedAt = "2026-11-22T16:00:00Z";
    runOn("20261124-101530-5f2ac1", "A.java", "B.java");
    assertThat(there(BRANCH)).isNotEqualTo(before);
    only();
  }

  @Test
  void areLeftAloneWhereAPersonHasCommittedToThemOnTheForge() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    String before = there(BRANCH);
    TestRepository person = TestRepository.init(temp.resolve("person"));
    person.git("fetch", "--quiet", forge.repository().toString(), BRANCH);
    person.git("checkout", "--quiet", "-b", "x", "FETCH_HEAD");
    String mine = person.write("A.java", "class A {}\n").commit("mine").value();
    person.git("push", "--quiet", forge.repository().toString(), "x:" + BRANCH);
    conflictWithA();

    assertThat(runOn(LATER, "A.java").summary()).contains("a person has committed to " + BRANCH);

    assertThat(there(BRANCH)).isEqualTo(mine);
    assertThat(made.git("rev-parse", BRANCH).strip()).isEqualTo(before);
  }

  @Test
  void areLeftAloneWhereAPersonHasCommittedToThemOrWorksOnThemHere() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    String before = there(BRANCH);
    made.git("worktree", "add", "--quiet", temp.resolve("mine").toString(), BRANCH);
    conflictWithA();

    assertThat(runOn(LATER, "A.java").summary()).contains("these fixes wait already on branch");
    made.git("-C", temp.resolve("mine").toString(), "commit", "--allow-empty", "-qm", "mine");
    made.git("worktree", "remove", temp.resolve("mine").toString());
    assertThat(runOn(LATER, "A.java").summary()).contains("these fixes wait already on branch");

    assertThat(there(BRANCH)).isEqualTo(before);
  }

  @Test
  void stayWhereTheBaseHasMovedOnWithoutAConflict() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    String before = there(BRANCH);
    made.write("README.md", "x").commit("second");
    pushMain();

    runOn(LATER, "A.java");

    assertThat(there(BRANCH)).isEqualTo(before);
    assertThat(only().comments).isEmpty();
  }

  @Test
  void waitForARunThatMakesAllTheirFixesAgain() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    runOn(RUN, "A.java", "B.java");
    String before = there(BRANCH);
    conflictWithA();

    assertThat(runOn(LATER, "A.java", "C.java").summary())
        .contains(BRANCH + " cannot be merged any more; it waits for a run that makes all");

    assertThat(there(BRANCH)).isEqualTo(before);
    assertThat(made.git("diff", "--name-only", "main", "kirolinter/" + LATER))
        .isEqualTo("C.java\n");

    found.remove("B.java"); // somebody has fixed it
    runOn("20261124-101530-5f2ac1", "A.java");
    assertThat(made.git("diff", "--name-only", "main", BRANCH)).isEqualTo("A.java\n");
  }

  @Test
  void areNotMadeAgainByARunThatPublishesNothing() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    run(RUN, "A.java");
    String before = there(BRANCH);
    conflictWithA();

    try (TestContext context = TestContext.of(LATER, made.open(), temp.resolve("home"))) {
      context.with(ArtifactType.FIX_SET, fixes("A.java"));
      assertThat(new IntegrateStep().run(context).summary()).contains("wait already on branch");
    }
    assertThat(made.git("rev-parse", BRANCH).strip()).isEqualTo(before);
  }

  @Test
  void areTakenBackWithTheRunThatFirstMadeThem() {
    start(Kind.GITHUB, ".kirolinter.yaml", ENOUGH);
    Proposal first = (Proposal) ((StepResult.Done) run(RUN, "A.java")).artifact().orElseThrow();
    conflictWithA();
    runOn(LATER, "A.java");

    try (TestContext context = contextOn(RUN, "A.java")) {
      context.with(ArtifactType.PROPOSAL, first);
      new IntegrateStep(forges(), ofUser).undo(context);
    }

    assertThat(only().state).isEqualTo("closed");
    assertThat(there(BRANCH)).isEmpty();
    assertThat(made.git("branch", "--list", "kirolinter/*")).isEmpty();
  }

  private void conflictWithA() {
    made.write("A.java", "class A {\n  int a; // theirs\n}\n").commit("second");
    pushMain();
  }
}
