package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitSnapshotTest {

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
  }

  @Test
  void holdsFilesWithOddNamesContentsAndModes() {
    byte[] crlf = "class A {\r\n}\r\n".getBytes(StandardCharsets.UTF_8);
    List<String> names =
        List.of("a b.java", "\"q\".java", "new\nline.java", "t\ta.java", "ü/é.java");
    names.forEach(name -> made.write(name, crlf));
    made.write("run.sh", new byte[] {0, (byte) 0xff, '\n', 13});
    assertThat(made.folder().resolve("run.sh").toFile().setExecutable(true)).isTrue();

    try (Snapshot snapshot = snapshot(made.commit("first"))) {
      assertThat(snapshot.files()).hasSize(6).isSortedAccordingTo(this::byPath);
      for (String name : names) {
        SnapshotFile file = snapshot.file(SourcePath.of(name)).orElseThrow();
        assertThat(snapshot.read(file)).isEqualTo(crlf);
        assertThat(file)
            .isEqualTo(new SnapshotFile(file.path(), ContentHash.of(crlf), 14, FileMode.REGULAR));
      }
      SnapshotFile script = snapshot.file(SourcePath.of("run.sh")).orElseThrow();
      assertThat(script.mode()).isEqualTo(FileMode.EXECUTABLE);
      assertThat(snapshot.read(script)).containsExactly(0, 0xff, '\n', 13);
    }
  }

  @Test
  void leavesOutLinksAndSubmodules() throws IOException {
    TestRepository library = TestRepository.init(temp.resolve("library"));
    library.write("L.java", "class L {}\n").commit("library");
    made.write("A.java", "class A {}\n");
    made.git("submodule", "--quiet", "add", library.folder().toString(), "library");
    Files.createSymbolicLink(made.folder().resolve("Out.java"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(made.folder().resolve("loop"), Path.of("."));

    try (Snapshot snapshot = snapshot(made.commit("first"))) {
      assertThat(snapshot.files())
          .extracting(file -> file.path().value())
          .containsExactly(".gitmodules", "A.java");
    }
  }

  @Test
  void leavesOutFilesWhoseNamesAreNoText() {
    CommitId commit = made.write("A.java", "class A {}\n").commit("first");
    String blob = made.git("rev-parse", "HEAD:A.java").strip();
    Git.Outcome tree =
        Git.in(made.folder())
            .feeding(
                stdin -> {
                  stdin.write(("100644 blob " + blob + "\tB").getBytes(StandardCharsets.UTF_8));
                  stdin.write(0xff);
                  stdin.write((".java\0" + "100644 blob " + blob + "\tC.java\0").getBytes());
                },
                "mktree",
                "-z");
    String odd = made.git("commit-tree", "-m", "odd", tree.output().strip()).strip();

    try (Snapshot snapshot = snapshot(CommitId.of(odd))) {
      assertThat(snapshot.files()).extracting(f -> f.path().value()).containsExactly("C.java");
    }
    assertThat(commit).isEqualTo(made.head());
  }

  @Test
  void staysTheSameWhenTheCheckoutChanges() {
    CommitId first = made.write("A.java", "class A {}\n").commit("first");
    try (Snapshot snapshot = snapshot(first)) {
      made.write("A.java", "changed").write("B.java", "new").commit("second");

      assertThat(snapshot.commit()).contains(first);
      assertThat(snapshot.files()).hasSize(1);
      assertThat(snapshot.read(snapshot.files().get(0))).asString().isEqualTo("class A {}\n");
      assertThat(snapshot.file(SourcePath.of("B.java"))).isEmpty();
    }
  }

  @Test
  void isReadByManyThreadsAtOnce() throws Exception {
    for (int i = 0; i < 50; i++) {
      made.write("F" + i + ".java", ("class F" + i + " {}\n").repeat(i * 50));
    }
    var threads = Executors.newFixedThreadPool(8);
    try (Snapshot snapshot = snapshot(made.commit("first"))) {
      List<Future<ContentHash>> hashes = new ArrayList<>();
      snapshot
          .files()
          .forEach(file -> hashes.add(threads.submit(() -> ContentHash.of(snapshot.read(file)))));
      for (int i = 0; i < hashes.size(); i++) {
        assertThat(hashes.get(i).get()).isEqualTo(snapshot.files().get(i).hash());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void saysThatACommitIsNotThere() {
    made.write("A.java", "").commit("first");
    assertThatThrownBy(() -> snapshot(CommitId.of("1".repeat(40))))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("1".repeat(40));
  }

  @Test
  void goesOnAfterAFileThatIsNotThere() {
    try (Snapshot snapshot = snapshot(made.write("A.java", "a").commit("first"))) {
      SnapshotFile there = snapshot.files().get(0);
      SnapshotFile gone =
          new SnapshotFile(
              SourcePath.of("B.java"), new ContentHash("2".repeat(40)), 1, FileMode.REGULAR);

      assertThatThrownBy(() -> snapshot.read(gone))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("missing");
      assertThat(snapshot.read(there)).asString().isEqualTo("a");
    }
  }

  @Test
  void refusesToReadAFileThatWouldFillTheMemory() {
    try (Snapshot snapshot = snapshot(made.write("A.java", "a").commit("first"))) {
      SnapshotFile file = snapshot.files().get(0);
      SnapshotFile huge = new SnapshotFile(file.path(), file.hash(), 3L << 30, file.mode());

      assertThatThrownBy(() -> snapshot.read(huge))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("3221225472 bytes");
    }
  }

  @Test
  void isNotReadAfterItWasClosed() {
    Snapshot snapshot = snapshot(made.write("A.java", "a").commit("first"));
    SnapshotFile file = snapshot.files().get(0);
    snapshot.read(file);
    snapshot.close();
    snapshot.close();

    assertThatThrownBy(() -> snapshot.read(file)).isInstanceOf(IllegalStateException.class);
  }

  private int byPath(SnapshotFile a, SnapshotFile b) {
    return a.path().compareTo(b.path());
  }

  private Snapshot snapshot(CommitId commit) {
    return made.open().snapshot(Optional.of(commit));
  }
}
