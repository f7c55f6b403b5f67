package io.kirolinter.agents.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestContext;
import io.kirolinter.agents.testkit.forge.ForgeServer.Kind;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Proposal;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.step.StepResult;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that fix more than people review at once. */
class LargeProposalsTest extends ForgeRuns {

  private static final String OWNERS = "A.java @acme/core\nB.java @acme/core\nC.java @eve\n";
  private static final String FIRST = "kirolinter/" + RUN + "-acme-core";

  @ParameterizedTest
  @EnumSource
  void areSharedOutByOwnerAndThenBySize(Kind kind) {
    start(kind, "CODEOWNERS", OWNERS, ".kirolinter.yaml", settings("most-files: 1, per-hour: 9"));

    StepResult.Done done = (StepResult.Done) runOn(RUN, "A.java", "B.java", "C.java", "D.java");

    Proposal proposal = (Proposal) done.artifact().orElseThrow();
    assertThat(proposal.all())
        .extracting(Proposal::branch)
        .containsExactly(
            "kirolinter/" + RUN + "-rest", FIRST, FIRST + "-2", "kirolinter/" + RUN + "-eve");
    assertThat(proposal.all()).allMatch(one -> one.pullRequest().isPresent());
    assertThat(done.summary()).contains("4 fixes in 4 commits on 4 branches", FIRST + "-2");
    assertThat(forge.state().requests).hasSize(4);
    assertThat(made.git("diff", "--name-only", "main", FIRST)).isEqualTo("A.java\n");
    assertThat(made.git("diff", "--name-only", "main", FIRST + "-2")).isEqualTo("B.java\n");
    assertThat(proposal.body()).contains("The checks were run on all fixes of the run");
    assertThat(Path.of(proposal.others().get(0).textFile()))
        .hasFileName("pull-request-acme-core.md")
        .exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"most-lines: 4", "most-fixes: 2", "most-files: 2"})
  void keepTogetherWhatFits(String limit) {
    start(Kind.GITHUB, ".kirolinter.yaml", settings(limit));

    runOn(RUN, "A.java", "B.java", "C.java");

    assertThat(made.git("diff", "--name-only", "main", "kirolinter/" + RUN + "-rest"))
        .isEqualTo("A.java\nB.java\n");
    assertThat(made.git("diff", "--name-only", "main", "kirolinter/" + RUN + "-rest-2"))
        .isEqualTo("C.java\n");
  }

  @Test
  void areOneBranchWithinTheLimitsAndWhereNothingIsPublished() {
    start(Kind.GITHUB, "CODEOWNERS", OWNERS, ".kirolinter.yaml", settings("most-files: 3"));

    Proposal one = (Proposal) ((StepResult.Done) runOn(RUN, "A.java", "C.java")).artifact().get();
    assertThat(one.branch()).isEqualTo("kirolinter/" + RUN);
    assertThat(one.others()).isEmpty();

    try (TestContext context = TestContext.of(LATER, made.open(), temp.resolve("home"))) {
      context.with(ArtifactType.FIX_SET, fixes("A.java", "B.java", "C.java", "D.java"));
      StepResult.Done local = (StepResult.Done) new IntegrateStep().run(context);
      assertThat(((Proposal) local.artifact().get()).branch()).isEqualTo("kirolinter/" + LATER);
    }
  }

  @Test
  void countEachForTheLimitsAndALaterRunOpensTheRest() {
    start(Kind.GITHUB, ".kirolinter.yaml", settings("most-files: 1, most-open: 3"));

    String summary = runOn(RUN, "A.java", "B.java", "C.java", "D.java").summary();

    assertThat(forge.state().requests).hasSize(2);
    assertThat(summary)
        .contains("rest-3 waits for the limits of 2 an hour and 3 open")
        .contains("1 fix more for a later run, as no more than 3 proposals are open at once");

    forge.state().requests.forEach(one -> one.openedAt = "2026-11-22T16:00:00Z");
    runOn(LATER, "D.java");
    assertThat(forge.state().requests)
        .extracting(one -> one.branch)
        .contains("kirolinter/" + RUN + "-rest-3");
    assertThat(forge.state().requests).allMatch(one -> one.body.contains("## Proof"));
  }

  @Test
  void areTheSameInASecondAttemptAndGoTogetherWhenTheyAreTakenBack() {
    start(Kind.GITHUB, ".kirolinter.yaml", settings("most-files: 2, per-hour: 9"));
    runOn(RUN, "A.java", "B.java", "C.java");
    String refs = made.git("for-each-ref");
    int calls = forge.calls().size();

    StepResult.Done again = (StepResult.Done) runOn(RUN, "A.java", "B.java", "C.java");

    assertThat(made.git("for-each-ref")).isEqualTo(refs);
    assertThat(forge.calls().subList(calls, forge.calls().size()))
        .allMatch(call -> call.startsWith("GET"));
    try (TestContext context = contextOn(RUN, "A.java")) {
      context.with(ArtifactType.PROPOSAL, (Proposal) again.artifact().orElseThrow());
      new IntegrateStep(forges(), ofUser).undo(context);
    }
    assertThat(made.git("branch", "--list", "kirolinter/*")).isEmpty();
    assertThat(forge.state().requests).hasSize(2).allMatch(one -> one.state.equals("closed"));
  }

  @Test
  void areTakenBackAlsoWhereTheRunEndedBeforeItCouldSayWhatItWrote() {
    start(Kind.GITHUB, ".kirolinter.yaml", settings("most-files: 2"));
    runOn(RUN, "A.java", "B.java", "C.java");

    try (TestContext context = contextOn(RUN, "A.java")) {
      new IntegrateStep(forges(), ofUser).undo(context);
    }

    assertThat(made.git("branch", "--list", "kirolinter/*")).isEmpty();
  }

  @Test
  void areReadFromWhatOlderVersionsHaveWritten() {
    String old =
        "{\"branch\":\"b\",\"base\":\"%1$s\",\"head\":\"%1$s\",\"commits\":[],\"title\":\"T\",\"body\":\"\",\"textFile\":\"t\",\"pullRequest\":null}"
            .formatted("a".repeat(40));
    start(Kind.GITHUB);

    assertThat(Json.read(old, Proposal.class).all()).hasSize(1);
  }

  @Test
  void arePreviewedWithAllTheirBranches() {
    start(Kind.GITHUB, "CODEOWNERS", OWNERS, ".kirolinter.yaml", settings("most-files: 1"));

    try (TestContext context = contextOn(RUN, "A.java", "C.java")) {
      assertThat(new IntegrateStep(forges(), ofUser).preview(context).figures())
          .contains("2 commits with 2 fixes on branches " + FIRST + ", kirolinter/" + RUN + "-eve");
    }
  }

  private static String settings(String text) {
    return "proposals: {" + text + "}\n";
  }
}
