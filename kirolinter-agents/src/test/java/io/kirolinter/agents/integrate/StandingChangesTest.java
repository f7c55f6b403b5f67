package io.kirolinter.agents.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.testkit.SampleRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingChangesTest {

  @TempDir Path temp;
  private TestRepository repository;

  @BeforeEach
  void makeRepository() {
    repository = TestRepository.init(temp.resolve("a"));
    repository.write("README.md", "x\n").commit("first");
  }

  @Test
  void aBranchThatIsThereAndNotMergedIsOpen() {
    propose(run(1));

    StandingChanges changes = new StandingChanges();

    assertThat(changes.isProposalOpen(run(1))).isTrue();
    assertThat(changes.isProposalOpen(run(2))).isFalse();
  }

  @Test
  void aBranchThatWasMergedOrDeletedIsNotOpen() {
    propose(run(1));
    propose(run(2));
    repository.git("merge", "--no-edit", "kirolinter/" + run(1).id());
    repository.git("branch", "-D", "kirolinter/" + run(2).id());

    StandingChanges changes = new StandingChanges();

    assertThat(changes.isProposalOpen(run(1))).isFalse();
    assertThat(changes.isProposalOpen(run(2))).isFalse();
  }

  @Test
  void everyBranchIsOpenWhereNothingIsCheckedOut() {
    propose(run(1));
    repository.git("checkout", "--orphan", "empty");

    assertThat(new StandingChanges().isProposalOpen(run(1))).isTrue();
  }

  @Test
  void aPlaceThatIsGoneOrHasNoGitProposesNothing() throws Exception {
    Path plain = Files.createDirectory(temp.resolve("plain"));

    StandingChanges changes = new StandingChanges();

    assertThat(changes.isProposalOpen(runIn(temp.resolve("gone")))).isFalse();
    assertThat(changes.isProposalOpen(runIn(plain))).isFalse();
  }

  @Test
  void whereGitCannotTellAProposalCountsAsOpen() throws Exception {
    propose(run(1));
    Files.writeString(repository.folder().resolve(".git/config"), "[broken");

    assertThat(new StandingChanges().isProposalOpen(run(1))).isTrue();
  }

  @Test
  void aFolderWithAListOfOriginalFilesIsRestorable() throws Exception {
    Path folder = temp.resolve("run");
    assertThat(new StandingChanges().isRestorable(folder)).isFalse();
    Files.createDirectories(folder.resolve("undo"));
    assertThat(new StandingChanges().isRestorable(folder)).isFalse();

    Files.writeString(folder.resolve("undo/journal.json"), "{}");

    assertThat(new StandingChanges().isRestorable(folder)).isTrue();
  }

  private void propose(Run run) {
    repository.git("checkout", "-q", "-b", "kirolinter/" + run.id());
    repository.write(run.id() + ".txt", "fixed\n").commit("fix");
    repository.git("checkout", "-q", "-");
  }

  private Run run(int number) {
    return runIn(number, repository.folder());
  }

  private static Run runIn(Path place) {
    return runIn(1, place);
  }

  private static Run runIn(int number, Path place) {
    Run like = SampleRuns.run(number, new RepositoryId("github.com/acme/shop"), Effect.CHANGES);
    RunPlan plan = like.plan();
    return new Run(
        like.id(),
        new RunPlan(
            plan.template(),
            plan.templateVersion(),
            plan.steps(),
            plan.scope(),
            plan.repository(),
            place.toString(),
            plan.baseCommit(),
            plan.mode(),
            plan.options(),
            plan.effect(),
            plan.createdAt()),
        like.state());
  }
}
