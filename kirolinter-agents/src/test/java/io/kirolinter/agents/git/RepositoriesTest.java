package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoriesTest {

  @TempDir Path temp;

  @Test
  void opensACheckoutFromAnyFolderInside() throws IOException {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    CommitId head = made.write("src/main/A.java", "class A {}\n").commit("first");

    Repository repository = Repositories.open(temp.resolve("a/src/main"));

    assertThat(repository.location()).isEqualTo(temp.toRealPath().resolve("a"));
    assertThat(repository.kind()).isEqualTo(RepositoryKind.GIT_CHECKOUT);
    assertThat(repository.head()).contains(head);
    assertThat(repository).hasToString(repository.location().toString());
  }

  @Test
  void opensARepositoryInAFolderWithAnOddName() throws IOException {
    TestRepository made = TestRepository.init(temp.resolve("ü \"x\"\ty"));
    made.write("A.java", "").commit("first");

    assertThat(made.open().location()).isEqualTo(made.folder().toRealPath());
  }

  @Test
  void opensABareRepository() throws IOException {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    CommitId head = made.write("A.java", "class A {}\n").commit("first");
    made.git("clone", "--quiet", "--bare", ".", temp.resolve("b").toString());

    Repository bare = Repositories.open(temp.resolve("b"));

    assertThat(bare.kind()).isEqualTo(RepositoryKind.GIT_BARE);
    assertThat(bare.location()).isEqualTo(temp.toRealPath().resolve("b"));
    assertThat(bare.head()).contains(head);
    assertThat(bare.snapshot(bare.head()).files()).hasSize(1);
    try (Snapshot onDisk = bare.snapshot(Optional.empty())) {
      assertThat(onDisk.files()).isEmpty();
      assertThat(onDisk.commit()).isEmpty();
      SnapshotFile other = bare.snapshot(bare.head()).files().get(0);
      assertThatThrownBy(() -> onDisk.read(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void opensAPlainFolder() throws IOException {
    Repository folder = Repositories.open(temp);

    assertThat(folder.kind()).isEqualTo(RepositoryKind.PLAIN_FOLDER);
    assertThat(folder.head()).isEmpty();
    assertThat(folder.id()).isEqualTo(RepositoryId.ofPath(temp.toRealPath()));
    CommitId commit = CommitId.of("0".repeat(40));
    assertThatThrownBy(() -> folder.snapshot(Optional.of(commit)))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("is in no git repository");
  }

  @Test
  void takesAFolderThatOnlyLooksLikeARepositoryAsPlain() throws IOException {
    Files.createDirectories(temp.resolve("objects"));
    Files.writeString(temp.resolve("HEAD"), "not a reference\n");

    assertThat(Repositories.open(temp).kind()).isEqualTo(RepositoryKind.PLAIN_FOLDER);
  }

  @Test
  void refusesAPlaceThatDoesNotExist() {
    assertThatThrownBy(() -> Repositories.open(temp.resolve("nowhere")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("there is no such folder")
        .hasMessageEndingWith("Name the folder of the project.");
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(temp.resolve("A.java"), "class A {}");

    assertThatThrownBy(() -> Repositories.open(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it is a file");
  }

  @Test
  void saysWhatGitSaysOfADamagedCheckout() throws IOException {
    Files.writeString(temp.resolve(".git"), "gitdir: /nowhere/at/all\n");

    assertThatThrownBy(() -> Repositories.open(temp))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("not a git repository: /nowhere/at/all");
  }

  @Test
  void hasNoHeadBeforeTheFirstCommit() {
    TestRepository made = TestRepository.init(temp.resolve("a"));

    assertThat(made.open().head()).isEmpty();
    assertThat(made.open().id()).isEqualTo(RepositoryId.ofPath(made.open().location()));
  }

  @Test
  void readsHeadAnewEveryTime() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    CommitId first = made.write("A.java", "1").commit("first");
    Repository repository = made.open();
    assertThat(repository.head()).contains(first);

    CommitId second = made.write("A.java", "2").commit("second");
    assertThat(repository.head()).contains(second);

    made.git("checkout", "--quiet", "--detach", first.value());
    assertThat(repository.head()).contains(first);
  }

  @Test
  void hasTheSameIdentityByEveryPathCloneAndWorktree() {
    TestRepository origin = TestRepository.init(temp.resolve("origin"));
    origin.write("src/A.java", "class A {}\n").commit("first");
    TestRepository one = origin.cloneTo(temp.resolve("one"));
    TestRepository two = origin.cloneTo(temp.resolve("two"));
    one.git("worktree", "add", "--quiet", temp.resolve("linked").toString());
    two.git("remote", "set-url", "origin", "../origin");

    RepositoryId id = one.open().id();

    assertThat(id.value()).startsWith("path:").endsWith("/origin");
    assertThat(two.open().id()).isEqualTo(id);
    assertThat(Repositories.open(temp.resolve("linked")).id()).isEqualTo(id);
    assertThat(Repositories.open(temp.resolve("one/src/../src")).id()).isEqualTo(id);
  }

  @Test
  void isNamedByTheUrlOfItsOriginWithoutUserAndScheme() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    made.write("A.java", "").commit("first");
    made.git("remote", "add", "origin", "https://me:secret@example.org/team/project.git");

    assertThat(made.open().id()).isEqualTo(new RepositoryId("example.org/team/project"));
  }

  @Test
  void isNamedByItsSmallestRootCommitWithoutAnOrigin() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    CommitId one = made.write("A.java", "1").commit("first");
    made.git("checkout", "--quiet", "--orphan", "other");
    CommitId other = made.write("A.java", "2").commit("another root");
    made.git("merge", "--quiet", "--allow-unrelated-histories", "-X", "ours", "main");

    CommitId smallest = one.value().compareTo(other.value()) < 0 ? one : other;
    assertThat(made.open().id()).isEqualTo(RepositoryId.ofRootCommit(smallest));
  }

  @Test
  void saysThatAFolderCannotBeResolved() {
    assertThatThrownBy(() -> Repositories.real(temp.resolve("gone")))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("Cannot open folder");
  }

  @Test
  void isNamedByAnOriginThatIsNoPathOnThisMachine() {
    TestRepository made = TestRepository.init(temp.resolve("a"));
    made.git("config", "remote.origin.url", "git@Example.org:team/project.git");

    assertThat(made.open().id()).isEqualTo(new RepositoryId("example.org/team/project"));
  }
}
