package io.kirolinter.agents.fix.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeApplyTest {

  private static final String A = "src/A.java";
  private static final String B = "src/B.java";
  private static final String BEFORE_A = "\ufeffclass A {\r\n\tint a;\r\n}";
  private static final String BEFORE_B = "class B { }\n";

  @TempDir Path temp;
  private TestRepository made;
  private Path run;

  @BeforeEach
  void makeRepository() throws IOException {
    made = TestRepository.init(temp.resolve("repo"));
    made.write(A, BEFORE_A).write(B, BEFORE_B).commit("first");
    Files.setPosixFilePermissions(file(A), PosixFilePermissions.fromString("rwxr-x--x"));
    made.commit("executable");
    run = temp.resolve("run");
  }

  @Test
  void writesCleanFilesAndRestoresThemByteForByte() throws IOException {
    List<SourcePath> written = apply();

    assertThat(written).containsExactly(SourcePath.of(A), SourcePath.of(B));
    assertThat(content(A)).isEqualTo("\ufeffclass A {\r\n\tint a;\r\n} // fixed");
    assertThat(permissions(A)).isEqualTo("rwxr-x--x");
    assertThat(names("src")).containsExactlyInAnyOrder("A.java", "B.java");

    assertThat(TreeUndo.restore(run, root())).containsExactly(SourcePath.of(A), SourcePath.of(B));
    assertThat(content(A)).isEqualTo(BEFORE_A);
    assertThat(permissions(A)).isEqualTo("rwxr-x--x");
    assertThat(made.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void restoringTwiceChangesNothing() {
    apply();
    TreeUndo.restore(run, root());

    assertThat(TreeUndo.restore(run, root())).isEmpty();
    assertThat(TreeUndo.restore(temp.resolve("no-run"), root())).isEmpty();
  }

  @Test
  void leavesFilesAloneThatSomebodyWorksOn() {
    made.write(A, "mine");

    List<FixedFile> files = files();

    assertThat(TreeApply.to(made.open(), run).obstacles(files))
        .containsOnlyKeys(SourcePath.of(A))
        .hasEntrySatisfying(SourcePath.of(A), reason -> assertThat(reason).contains("working on"));
    assertThat(TreeApply.to(made.open(), run).write(files)).containsExactly(SourcePath.of(B));
    assertThat(content(A)).isEqualTo("mine");
  }

  @Test
  void leavesStagedFilesAloneEvenIfTheyLookTheSame() {
    made.write(A, "staged").git("add", "--all");
    made.write(A, BEFORE_A);

    assertThat(TreeApply.to(made.open(), run).obstacles(files()))
        .containsOnlyKeys(SourcePath.of(A));
  }

  @Test
  void leavesFilesAloneThatDifferFromTheSnapshot() {
    List<FixedFile> files = files();
    made.write(A, "newer").commit("newer");

    assertThat(TreeApply.to(made.open(), run).obstacles(files))
        .hasEntrySatisfying(
            SourcePath.of(A), reason -> assertThat(reason).contains("differs from the one"));
  }

  @Test
  void neverWritesThroughALink() throws IOException {
    List<FixedFile> files = files();
    Path outside = temp.resolve("outside");
    Files.move(made.folder().resolve("src"), outside);
    Files.createSymbolicLink(made.folder().resolve("src"), outside);

    TreeApply apply = TreeApply.to(made.open(), run);

    assertThat(apply.obstacles(files)).hasSize(2);
    assertThat(apply.write(files)).isEmpty();
    assertThat(Files.readString(outside.resolve("A.java"))).isEqualTo(BEFORE_A);
  }

  @Test
  void doesNotMindFilesThatAreGone() throws IOException {
    List<FixedFile> files = files();
    Files.delete(file(B));

    assertThat(TreeApply.to(made.open(), run).write(files)).containsExactly(SourcePath.of(A));
    assertThat(file(B)).doesNotExist();
  }

  @Test
  void completesWhatAProcessThatDiedHadBegun() throws IOException {
    List<FixedFile> files = files();
    TreeApply.to(made.open(), run).write(files);
    Files.writeString(file(B), BEFORE_B); // as if B had not been reached
    Files.writeString(file(B).resolveSibling(".B.java.kirolinter"), "half");

    List<SourcePath> again = TreeApply.to(made.open(), run).write(files);

    assertThat(again).hasSize(2);
    assertThat(content(B)).endsWith("// fixed");
    assertThat(names("src")).containsExactlyInAnyOrder("A.java", "B.java");
    assertThat(TreeUndo.restore(run, root())).hasSize(2);
    assertThat(content(A)).isEqualTo(BEFORE_A);
    assertThat(content(B)).isEqualTo(BEFORE_B);
  }

  @Test
  void keepsTheFirstOriginalWhenTheJournalWasCutOff() throws IOException {
    List<FixedFile> files = files();
    TreeApply.to(made.open(), run).write(files);
    TreeUndo.restore(run, root());
    Path copy = run.resolve("undo").resolve(files.get(0).before().hash().value());
    Files.writeString(copy, "damaged");

    TreeApply.to(made.open(), run).write(files);
    TreeUndo.restore(run, root());

    assertThat(content(A)).isEqualTo(BEFORE_A);
  }

  @Test
  void doesNotClaimWhatAPersonHasWrittenInTheSameWay() {
    List<FixedFile> files = files();
    made.write(A, files.get(0).after().encode());

    TreeApply.to(made.open(), run).write(files);
    TreeUndo.restore(run, root());

    assertThat(content(A)).endsWith("// fixed");
    assertThat(content(B)).isEqualTo(BEFORE_B);
  }

  @Test
  void restoresNothingWhereOneFileWasEditedSince() {
    apply();
    made.write(B, "edited since");

    assertThatThrownBy(() -> TreeUndo.restore(run, root()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(B);
    assertThat(content(A)).endsWith("// fixed");
    assertThat(content(B)).isEqualTo("edited since");
  }

  @Test
  void restoresNothingWhereOneFileWasRemovedSince() throws IOException {
    apply();
    Files.delete(file(B));

    assertThatThrownBy(() -> TreeUndo.restore(run, root())).hasMessageContaining(B);
    assertThat(content(A)).endsWith("// fixed");
  }

  @Test
  void refusesAJournalThatCannotBeRead() throws IOException {
    apply();
    Files.writeString(run.resolve("undo/journal.json"), "{");

    assertThatThrownBy(() -> TreeUndo.restore(run, root())).isInstanceOf(StoreException.class);
  }

  @Test
  void saysWhatToDoWhereItCannotWrite() throws IOException {
    Files.writeString(run, "a file where the folder of the run should be");

    assertThatThrownBy(this::apply)
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("resume the run");
    assertThat(content(A)).isEqualTo(BEFORE_A);
  }

  @Test
  void saysWhatToDoWhereTheOriginalsAreGone() throws IOException {
    apply();
    try (Stream<Path> files = Files.list(run.resolve("undo"))) {
      for (Path file : files.filter(f -> !f.endsWith("journal.json")).toList()) {
        Files.delete(file);
      }
    }

    assertThatThrownBy(() -> TreeUndo.restore(run, root())).isInstanceOf(WorkFailedException.class);
  }

  private List<SourcePath> apply() {
    return TreeApply.to(made.open(), run).write(files());
  }

  /** Both files with a comment behind their end. */
  private List<FixedFile> files() {
    try (Snapshot snapshot = made.open().snapshot(made.open().head())) {
      return snapshot.files().stream()
          .map(
              file -> {
                SourceText before = SourceText.decode(snapshot.read(file)).orElseThrow();
                return new FixedFile(
                    file, before, new SourceText(before.text() + " // fixed", before.start()));
              })
          .toList();
    }
  }

  private Path root() {
    return made.open().location();
  }

  private Path file(String path) {
    return made.folder().resolve(path);
  }

  private String content(String path) {
    try {
      return new String(Files.readAllBytes(file(path)), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(path)));
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(file(folder))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
