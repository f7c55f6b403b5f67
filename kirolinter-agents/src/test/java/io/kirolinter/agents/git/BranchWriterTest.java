package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.CommitDraft.NewContent;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchWriterTest {

  private static final Identity BOT = new Identity("Bot", "bot@localhost");
  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  @TempDir Path temp;
  private TestRepository made;
  private CommitId base;
  private BranchWriter writer;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    base = made.write("A.java", "class A {}\n").write("B.java", "class B {}\n").commit("first");
    writer = BranchWriter.of(made.open());
  }

  @Test
  void writesOneCommitPerDraftOnTopOfTheBase() {
    List<CommitId> commits = write("kirolinter/x", draft("One\n\nBody ü.\n", "A.java", "1"), two());

    assertThat(commits).hasSize(2);
    assertThat(made.git("rev-parse", "kirolinter/x").strip()).isEqualTo(commits.get(1).value());
    assertThat(made.git("log", "--format=%P|%an|%ae|%ct|%cn|%B", "-1", commits.get(0).value()))
        .startsWith(base + "|Bot|bot@localhost|" + AT.getEpochSecond() + "|Bot|One\n\nBody ü.\n");
    assertThat(made.git("diff-tree", "--name-status", "-r", base.value(), "kirolinter/x"))
        .isEqualTo("M\tA.java\nM\tB.java\n");
    assertThat(made.git("fsck", "--strict")).doesNotContain("error");
  }

  @Test
  void keepsBytesModesAndOddNames() {
    byte[] bytes = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'x', '\r', '\n', 0, (byte) 0xff};
    List<String> names = List.of("a b.java", "\"q\\.java", "new\nline.java", "ü/é.java", " .java");
    List<NewContent> files =
        names.stream().map(n -> NewContent.of(SourcePath.of(n), FileMode.REGULAR, bytes)).toList();
    NewContent script = NewContent.of(SourcePath.of("run.sh"), FileMode.EXECUTABLE, bytes);

    write("x", new CommitDraft("Odd", files), new CommitDraft("Script", List.of(script)));

    for (String name : names) {
      assertThat(made.content("x", SourcePath.of(name))).isEqualTo(bytes);
    }
    assertThat(made.git("ls-tree", "x", "run.sh", "A.java")).contains("100755", "100644");
  }

  @Test
  void changesNothingTheSecondTime() {
    List<CommitId> first = write("kirolinter/x", two());
    String refs = made.git("for-each-ref");

    assertThat(write("kirolinter/x", two())).isEqualTo(first);
    assertThat(made.git("for-each-ref")).isEqualTo(refs).doesNotContain("none");
  }

  @Test
  void writesTheSameCommitsInAnotherClone() {
    TestRepository other = made.cloneTo(temp.resolve("b"));

    assertThat(
            BranchWriter.of(other.open()).write("x", new CommitPlan(base, BOT, AT, List.of(two()))))
        .isEqualTo(write("x", two()));
  }

  @Test
  void refusesABranchThatHoldsSomethingElse() {
    made.git("branch", "kirolinter/x");

    assertThatThrownBy(() -> write("kirolinter/x", two()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it exists already, with other commits up to " + base.abbreviated());
    assertThat(writer.head("kirolinter/x")).contains(base);
    assertThat(made.git("for-each-ref")).doesNotContain("none");
  }

  @Test
  void leavesADirtyCheckoutIndexStashAndHeadAsTheyAre() throws IOException {
    made.write("A.java", "stashed\n");
    made.git("stash", "--quiet");
    made.write("A.java", "staged\n").git("add", "A.java");
    made.write("A.java", "dirty\n").write("untracked.txt", "mine\n");
    Files.writeString(made.folder().resolve(".git/index.lock"), "");
    String before = made.state();

    List<CommitId> commits = write("kirolinter/x", two());
    assertThat(made.state()).isEqualTo(before);
    assertThat(writer.delete("kirolinter/x", commits.get(0))).isTrue();
    assertThat(made.state()).isEqualTo(before);
  }

  @Test
  void runsNoHook() throws IOException {
    Path hook = made.folder().resolve(".git/hooks/reference-transaction");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch '" + temp.resolve("ran") + "'\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    List<CommitId> commits = write("kirolinter/x", two());

    assertThat(writer.head("kirolinter/x")).contains(commits.get(0));
    assertThat(temp.resolve("ran")).doesNotExist();
  }

  @Test
  void writesIntoABareRepository() {
    made.git("clone", "--quiet", "--bare", ".", temp.resolve("b").toString());
    BranchWriter bare = BranchWriter.of(Repositories.open(temp.resolve("b")));

    List<CommitId> commits =
        bare.write("kirolinter/x", new CommitPlan(base, BOT, AT, List.of(two())));

    assertThat(bare.head("kirolinter/x")).contains(commits.get(0));
  }

  @Test
  void failsClearlyWhileAnotherProcessHoldsTheBranch() throws IOException {
    Path lock = made.folder().resolve(".git/refs/heads/kirolinter/x.lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "");

    assertThatThrownBy(() -> write("kirolinter/x", two()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("x.lock")
        .hasMessageContaining("Another git process holds the lock");

    Files.delete(lock);
    assertThat(write("kirolinter/x", two())).hasSize(1);
  }

  @Test
  void writesNothingOnABaseThatIsNotThere() {
    CommitId unknown = CommitId.of("1".repeat(40));

    assertThatThrownBy(() -> writer.write("x", new CommitPlan(unknown, BOT, AT, List.of(two()))))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("1".repeat(40));
    assertThat(writer.head("x")).isEmpty();
    assertThat(made.folder()).isDirectoryNotContaining("glob:**fast_import_crash*");
  }

  @Test
  void deletesABranchOnlyAsItIsExpected() {
    CommitId head = write("x", two()).get(0);

    assertThatThrownBy(() -> writer.delete("x", base))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it has moved on to " + head.abbreviated());
    made.git("worktree", "add", "--quiet", temp.resolve("w").toString(), "x");
    assertThatThrownBy(() -> writer.delete("x", head))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it is checked out");
    made.git("worktree", "remove", temp.resolve("w").toString());

    assertThat(writer.delete("x", head)).isTrue();
    assertThat(writer.delete("x", head)).isFalse();
    assertThat(writer.head("x")).isEmpty();
  }

  @Test
  void refusesWhatIsNoBranchNoIdentityAndNoCommit() {
    for (String name : List.of("", "-x", "a..b", "a b", "x.lock", "a//b", "a/", "@{-1}")) {
      assertThatThrownBy(() -> writer.head(name)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> write("x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Identity("a<b", "x@y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CommitDraft(" ", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<CommitId> write(String branch, CommitDraft... drafts) {
    return writer.write(branch, new CommitPlan(base, BOT, AT, List.of(drafts)));
  }

  private static CommitDraft two() {
    return draft("Two\n", "B.java", "2");
  }

  private static CommitDraft draft(String message, String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new CommitDraft(
        message, List.of(NewContent.of(SourcePath.of(path), FileMode.REGULAR, bytes)));
  }
}
