package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreeTest {

  @TempDir Path temp;
  private TestRepository made;
  private CommitId first;
  private Path place;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    first = made.write("src/A.java", "class A {}\n").commit("first");
    made.write("src/A.java", "class B {}\n").commit("second");
    place = temp.resolve("runs/1/worktree");
  }

  @Test
  void checksOutACommitAndLeavesNothingBehind() {
    made.write("src/A.java", "dirty\n");
    String before = made.state();

    try (Worktree worktree = Worktree.create(made.open(), place, first)) {
      assertThat(worktree.folder().resolve("src/A.java")).hasContent("class A {}");
      assertThat(made.git("worktree", "list")).contains("(detached HEAD)");
    }

    assertThat(place).doesNotExist();
    assertThat(made.git("worktree", "list").lines()).hasSize(1);
    assertThat(made.state()).isEqualTo(before);
  }

  @Test
  @SuppressWarnings("resource") // left open, as by a process that died
  void takesThePlaceOfOneThatWasLeftBehind() throws IOException {
    Worktree left = Worktree.create(made.open(), place, first);
    Files.writeString(left.folder().resolve("leftover.txt"), "x");
    Files.createSymbolicLink(left.folder().resolve("link"), made.folder());

    try (Worktree worktree = Worktree.create(made.open(), place, made.head())) {
      assertThat(worktree.folder().resolve("src/A.java")).hasContent("class B {}");
      assertThat(worktree.folder().resolve("leftover.txt")).doesNotExist();
    }
    assertThat(made.folder().resolve("src/A.java")).exists();
    left.close();
    assertThat(made.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void comesBackAfterItsFolderWasDeletedByHand() throws IOException {
    Worktree.create(made.open(), place, first);
    Files.delete(place.resolve("src/A.java"));
    Files.delete(place.resolve("src"));
    Files.delete(place.resolve(".git"));
    Files.delete(place);

    try (Worktree worktree = Worktree.create(made.open(), place, first)) {
      assertThat(worktree.folder().resolve("src/A.java")).exists();
    }
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws IOException {
    Files.createDirectories(place);
    Files.writeString(place.resolve("thesis.txt"), "mine");

    assertThatThrownBy(() -> Worktree.create(made.open(), place, first))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it is not empty");
    assertThatThrownBy(() -> Worktree.create(made.open(), made.folder().resolve("w"), first))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it lies inside the checkout");
    assertThatThrownBy(() -> Worktree.create(made.open(), place.resolve("thesis.txt"), first))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(place.resolve("thesis.txt")).hasContent("mine");
  }

  @Test
  void leavesNothingBehindWhenTheCommitIsNotThere() {
    assertThatThrownBy(() -> Worktree.create(made.open(), place, CommitId.of("1".repeat(40))))
        .isInstanceOf(WorkFailedException.class);
    assertThat(place).doesNotExist();
  }
}
