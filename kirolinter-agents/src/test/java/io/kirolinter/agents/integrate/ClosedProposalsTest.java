package io.kirolinter.agents.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.testkit.TestRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Branches as runs write them, merged, picked, pushed and gone on with, in a real repository. */
class ClosedProposalsTest {

  private static final String BRANCH = "kirolinter/20261122-181530-4f2ac1";

  @TempDir Path temp;
  private TestRepository repository;
  private String main;

  @BeforeEach
  void makeProposal() throws Exception {
    repository = TestRepository.init(temp.resolve("repository"));
    repository.write("a.txt", "one\n").commit("first");
    main = git("symbolic-ref", "--short", "HEAD").strip();
    git("checkout", "-q", "-b", BRANCH);
    repository.write("b.txt", "fixed\n");
    commitAsRun();
    git("checkout", "-q", main);
  }

  private void commitAsRun() throws Exception {
    git("add", "-A");
    String message =
        "Fix (rule, 1 fix)\n\nKiroLinter-Rule: rule\nKiroLinter-Run: 20261122-181530-4f2ac1";
    ProcessBuilder commit =
        new ProcessBuilder("git", "commit", "-q", "-m", message)
            .directory(repository.folder().toFile());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      commit.environment().put("GIT_" + who + "_NAME", "KiroLinter");
      commit.environment().put("GIT_" + who + "_EMAIL", "kirolinter@localhost");
    }
    assertThat(commit.inheritIO().start().waitFor()).isZero();
  }

  private String git(String... words) {
    return repository.git(words);
  }

  private List<String> delete() {
    return ClosedProposals.delete(repository.open());
  }

  @Test
  void anOpenProposalStays() {
    assertThat(delete()).isEmpty();
    assertThat(git("branch", "--list", "kirolinter/*")).contains(BRANCH);
  }

  @Test
  void aMergedOneGoesAndOtherBranchesStay() {
    git("branch", "feature");
    git("merge", "-q", "--no-ff", "-m", "merge", BRANCH);

    assertThat(delete()).containsExactly(BRANCH);
    assertThat(git("branch", "--format=%(refname:short)").lines())
        .containsExactlyInAnyOrder(main, "feature");
    assertThat(delete()).isEmpty();
  }

  @Test
  void oneWhoseChangesWerePickedGoes() {
    repository.write("c.txt", "more\n").commit("more");
    git("cherry-pick", BRANCH);

    assertThat(delete()).containsExactly(BRANCH);
  }

  @Test
  void oneThatWasPushedAndDeletedThereGoes() {
    Path bare = temp.resolve("bare.git");
    git("clone", "-q", "--bare", repository.folder().toString(), bare.toString());
    git("remote", "add", "origin", bare.toString());
    git("push", "-q", "-u", "origin", BRANCH);
    assertThat(delete()).isEmpty();

    git("push", "-q", "origin", "--delete", BRANCH);
    git("fetch", "-q", "--prune", "origin");

    assertThat(delete()).containsExactly(BRANCH);
  }

  @Test
  void oneThatAPersonCommittedOntoStaysAlsoIfItIsMerged() {
    git("checkout", "-q", BRANCH);
    repository.write("d.txt", "by hand\n").commit("by hand");
    git("checkout", "-q", main);
    git("merge", "-q", "--no-ff", "-m", "merge", BRANCH);

    assertThat(delete()).isEmpty();
  }

  @Test
  void oneThatSomebodyHasCheckedOutStays() {
    git("merge", "-q", "--no-ff", "-m", "merge", BRANCH);
    git("worktree", "add", "-q", temp.resolve("linked").toString(), BRANCH);

    assertThat(delete()).isEmpty();
  }

  @Test
  void whereNoCommitIsThereIsNothingToDelete() throws Exception {
    Path plain = Files.createDirectories(temp.resolve("plain"));

    assertThat(ClosedProposals.delete(TestRepository.init(temp.resolve("empty")).open())).isEmpty();
    assertThat(ClosedProposals.delete(Repositories.open(plain))).isEmpty();
  }
}
