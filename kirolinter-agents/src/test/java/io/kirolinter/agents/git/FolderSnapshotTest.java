package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSnapshotTest {

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("project"));
  }

  @Test
  void holdsSourcesAndBuildFilesOfAPlainFolder() throws IOException {
    write("src/main/java/a/A.java", "class A {}");
    write("src/main/java/a/build/B.java", "class B {}");
    write("pom.xml", "<project/>");
    write("README.md", "no");
    write("target/generated/C.java", "no");
    write("build/D.java", "no");
    write("node_modules/x/E.java", "no");
    write(".gradle/F.java", "no");
    write(".git-old/G.java", "no");

    assertThat(paths())
        .containsExactly("pom.xml", "src/main/java/a/A.java", "src/main/java/a/build/B.java");
  }

  @Test
  void readsNoFileThatGitIgnores() throws IOException {
    TestRepository repository = TestRepository.init(folder);
    Path global = Files.writeString(temp.resolve("global-ignore"), "*Draft.java\n");
    repository.git("config", "core.excludesFile", global.toString());
    Files.writeString(folder.resolve(".git/info/exclude"), "/mine/\n");
    repository.write(".gitignore", "/gen/\n*Tmp.java\n!KeepTmp.java\n");
    repository.write("sub/.gitignore", "*.java\n!b/\n!b/*.java\n");
    for (String path :
        new String[] {
          "gen/A.java",
          "sub/gen/A.java",
          "XTmp.java",
          "KeepTmp.java",
          "sub/C.java",
          "sub/b/D.java",
          "a/gen/E.java",
          "FDraft.java",
          "mine/G.java",
          "a/mine/H.java"
        }) {
      repository.write(path, "class A {}");
    }

    try (Snapshot snapshot = repository.open().snapshot(Optional.empty())) {
      assertThat(snapshot.files())
          .extracting(file -> file.path().value())
          .containsExactly("KeepTmp.java", "a/gen/E.java", "a/mine/H.java", "sub/b/D.java");
      assertThat(snapshot.file(SourcePath.of("gen/A.java"))).isEmpty();
    }
  }

  @Test
  void givesAnyFileToWhoAsksForItByName() throws IOException {
    write("A.java", "class A {}");
    write(".kirolinter.yaml", "exclude: []");
    write("config/baseline.json", "{}");

    try (Snapshot snapshot = Repositories.open(folder).snapshot(Optional.empty())) {
      assertThat(snapshot.files()).hasSize(2);
      SnapshotFile asked = snapshot.file(SourcePath.of("config/baseline.json")).orElseThrow();
      assertThat(snapshot.read(asked)).asString().isEqualTo("{}");
      assertThat(snapshot.file(SourcePath.of("config/other.json"))).isEmpty();
    }
  }

  @Test
  void neverLeavesTheFolderThroughALink() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("Secret.java"), "class Secret {}");
    write("A.java", "class A {}");
    Files.createSymbolicLink(folder.resolve("absolute"), outside.toAbsolutePath());
    Files.createSymbolicLink(folder.resolve("parent"), Path.of("../outside"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("Self.java"), Path.of("Self.java"));
    Files.createSymbolicLink(folder.resolve("B.java"), outside.resolve("Secret.java"));

    assertThat(paths()).containsExactly("A.java");
  }

  @Test
  void followsGitInACheckout() throws IOException {
    TestRepository made = TestRepository.init(folder);
    made.write(".gitignore", "generated/\n")
        .write("Tracked.java", "class T {}")
        .write("Gone.java", "class G {}")
        .write("target/Tracked.java", "class T {}")
        .commit("first");
    made.write("generated/No.java", "no").write("odd \n\"ü.java", "class O {}");
    Files.delete(folder.resolve("Gone.java"));
    TestRepository.init(folder.resolve("nested")).write("N.java", "no");

    assertThat(paths()).containsExactly("Tracked.java", "odd \n\"ü.java", "target/Tracked.java");
  }

  @Test
  void doesNotFollowALinkThatReplacedATrackedFolder() throws IOException {
    TestRepository made = TestRepository.init(folder);
    made.write("a/A.java", "class A {}").write("b/B.java", "class B {}").commit("first");
    Files.move(folder.resolve("a"), temp.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("a"), temp.resolve("elsewhere"));

    assertThat(paths()).containsExactly("b/B.java");
  }

  @Test
  void leavesOutWhatWasTrackedInAFolderThatIsGone() throws IOException {
    TestRepository made = TestRepository.init(folder);
    made.write("a/A.java", "class A {}").write("B.java", "class B {}").commit("first");
    Files.delete(folder.resolve("a/A.java"));
    Files.delete(folder.resolve("a"));

    assertThat(paths()).containsExactly("B.java");
  }

  @Test
  void listsAConflictedFileOnce() {
    TestRepository made = TestRepository.init(folder);
    made.write("A.java", "1\n").commit("first");
    made.git("checkout", "--quiet", "-b", "other");
    made.write("A.java", "2\n").commit("second");
    made.git("checkout", "--quiet", "main");
    made.write("A.java", "3\n").commit("third");
    assertThatThrownBy(() -> made.git("merge", "other")).hasMessageContaining("CONFLICT");

    assertThat(paths()).containsExactly("A.java");
  }

  @Test
  void readsAFileWithItsHashSizeAndMode() throws IOException {
    write("A.java", "class A {}");
    assertThat(folder.resolve("A.java").toFile().setExecutable(true)).isTrue();

    try (Snapshot snapshot = snapshot()) {
      SnapshotFile file = snapshot.file(SourcePath.of("A.java")).orElseThrow();
      byte[] content = "class A {}".getBytes();
      assertThat(file)
          .isEqualTo(
              new SnapshotFile(file.path(), ContentHash.of(content), 10, FileMode.EXECUTABLE));
      assertThat(snapshot.read(file)).isEqualTo(content);
      assertThat(snapshot.commit()).isEmpty();
    }
  }

  @Test
  void refusesAFileThatHasChangedSince() throws IOException {
    write("A.java", "class A {}");
    try (Snapshot snapshot = snapshot()) {
      write("A.java", "class Longer {}");

      assertThatThrownBy(() -> snapshot.read(snapshot.files().get(0)))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("it has changed since the snapshot was taken");
      Files.delete(folder.resolve("A.java"));
      assertThatThrownBy(() -> snapshot.read(snapshot.files().get(0)))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("NoSuchFileException");
    }
  }

  @Test
  void readsAFileThatWasOnlyTouchedIfItsHashIsKnown() throws IOException {
    write("A.java", "class A {}");
    try (Snapshot snapshot = snapshot()) {
      SnapshotFile file = snapshot.files().get(0);
      assertThat(file.hash()).isEqualTo(ContentHash.of("class A {}".getBytes()));
      touch("A.java");

      assertThat(snapshot.read(file)).isEqualTo("class A {}".getBytes());
    }
  }

  @Test
  void hasNoHashForAFileThatChangedBeforeItWasHashed() throws IOException {
    write("A.java", "class A {}");
    try (Snapshot snapshot = snapshot()) {
      touch("A.java");

      assertThat(snapshot.files().get(0).hash())
          .isNotEqualTo(ContentHash.of("class A {}".getBytes()));
      assertThatThrownBy(() -> snapshot.read(snapshot.files().get(0)))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("it has changed since the snapshot was taken");
    }
  }

  private void touch(String path) throws IOException {
    Files.setLastModifiedTime(folder.resolve(path), FileTime.fromMillis(1));
  }

  @Test
  void listsAHugeFileWithoutReadingIt() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("A.java").toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    try (Snapshot snapshot = snapshot()) {
      assertThat(snapshot.files()).hasSize(1);
      assertThatThrownBy(() -> snapshot.read(snapshot.files().get(0)))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("expected at most 67108864");
    }
  }

  @Test
  void listsAFileThatCannotBeReadSoThatReadingItFails() throws IOException {
    write("A.java", "class A {}");
    write("closed/B.java", "class B {}");
    Path closed = folder.resolve("closed");
    assertThat(folder.resolve("A.java").toFile().setReadable(false)).isTrue();
    assertThat(closed.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(closed)).isFalse();
    try (Snapshot snapshot = snapshot()) {
      assertThat(snapshot.files()).extracting(f -> f.path().value()).containsExactly("A.java");
      assertThatThrownBy(() -> snapshot.read(snapshot.files().get(0)))
          .isInstanceOf(WorkFailedException.class);
    } finally {
      assertThat(closed.toFile().setReadable(true)).isTrue();
    }
  }

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private Snapshot snapshot() {
    return Repositories.open(folder).snapshot(Optional.empty());
  }

  private java.util.List<String> paths() {
    try (Snapshot snapshot = snapshot()) {
      return snapshot.files().stream().map(file -> file.path().value()).toList();
    }
  }
}
