package io.kirolinter.agents.fix.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.gate.Verdict;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyGateTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Cancellation cancellation = Cancellation.create();

  @TempDir Path temp;
  private TestRepository made;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("repo"));
    made.write("A.txt", "good\n").write("B.txt", "good\n").commit("first");
  }

  @Test
  void passesWhereTheCommandPassesOnTheFixedState() {
    try (VerifyGate gate = gate("! grep -q bad *.txt", LONG)) {
      Verdict verdict = gate.check(List.of(change("A.txt", "better\n")));

      assertThat(verdict.passed()).isTrue();
      assertThat(verdict.evidence())
          .isEqualTo("'! grep -q bad *.txt' passes, as on the base commit");
    }
    assertThat(worktree()).doesNotExist();
    assertThat(made.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void failsWithTheLastLinesOfTheOutput() {
    try (VerifyGate gate = gate("echo out; grep -n bad *.txt >&2 && exit 7; true", LONG)) {
      Verdict verdict = gate.check(List.of(change("A.txt", "bad\n")));

      assertThat(verdict.passed()).isFalse();
      assertThat(verdict.evidence()).contains("exit code 7", "out\nA.txt:1:bad");
    }
  }

  @Test
  void putsOneStateInPlaceOfTheOther() {
    try (VerifyGate gate = gate("! grep -q bad *.txt", LONG)) {
      assertThat(gate.check(List.of(change("A.txt", "bad\n"), change("B.txt", "fine\n"))).passed())
          .isFalse();
      assertThat(gate.check(List.of(change("B.txt", "fine\n"))).passed()).isTrue();
    }
  }

  @Test
  void leavesTheCheckoutAlone() throws IOException {
    made.write("A.txt", "mine");
    try (VerifyGate gate = gate("echo x > made.txt", LONG)) {
      assertThat(gate.check(List.of(change("A.txt", "new\n"))).passed()).isTrue();
    }
    assertThat(Files.readString(made.folder().resolve("A.txt"))).isEqualTo("mine");
    assertThat(made.folder().resolve("made.txt")).doesNotExist();
  }

  @Test
  void blamesNoFixWhereTheBaseFailsAlready() throws IOException {
    Path count = temp.resolve("count");
    try (VerifyGate gate = gate("echo x >> '" + count + "'; exit 3", LONG)) {
      Verdict first = gate.check(List.of(change("A.txt", "new\n")));
      Verdict second = gate.check(List.of(change("B.txt", "new\n")));

      assertThat(first.passed()).isTrue();
      assertThat(first.evidence())
          .startsWith("not conclusive")
          .contains("on the base commit too (exit code 3)");
      assertThat(second).isEqualTo(first);
    }
    assertThat(Files.readString(count)).isEqualTo("x\n");
  }

  @Test
  void killsWhatTakesTooLongWithAllItsChildren() {
    Path mark = temp.resolve("pid");
    String command =
        "if grep -q bad A.txt; then sh -c 'echo $$ > " + mark + "; exec sleep 600'; true; fi";
    try (VerifyGate gate = gate(command, Duration.ofSeconds(2))) {
      Verdict verdict = gate.check(List.of(change("A.txt", "bad\n")));

      assertThat(verdict.passed()).isFalse();
      assertThat(verdict.evidence()).contains("not ended after 2 s");
    }
    await().untilAsserted(() -> assertThat(isAlive(mark)).isFalse());
  }

  @Test
  void killsWhatHasLostItsParentToo() {
    Path mark = temp.resolve("pid");
    String command =
        "if grep -q bad A.txt; then"
            + " sh -c '(echo $$; exec sh -c \"sleep 1; exec sleep 600\") > /dev/null & echo $! > "
            + mark
            + "; sleep 1'; sleep 600; fi";
    try (VerifyGate gate = gate(command, Duration.ofSeconds(3))) {
      assertThat(gate.check(List.of(change("A.txt", "bad\n"))).passed()).isFalse();
    }
    await().untilAsserted(() -> assertThat(isAlive(mark)).isFalse());
  }

  @Test
  void repeatsAFailureOnTheSameFiles() {
    try (VerifyGate gate = gate("! grep -q bad *.txt", LONG)) {
      List<FileChange> bad = List.of(change("A.txt", "bad\n"));
      Verdict first = gate.check(bad);

      Verdict again = gate.again(bad, first);

      assertThat(again.passed()).isFalse();
      assertThat(again.isConclusive()).isTrue();
      assertThat(again.evidence()).contains("fails, and again when repeated (exit code 1)");
    }
  }

  @Test
  void cannotTellAnyMoreOnceTheCommandContradictedItself() throws IOException {
    Path count = temp.resolve("count");
    String second = "echo x >> '" + count + "'; [ $(wc -l < '" + count + "') -ne 2 ]";
    try (VerifyGate gate = gate(second, LONG)) {
      List<FileChange> changes = List.of(change("A.txt", "new\n"));
      Verdict first = gate.check(changes);

      Verdict again = gate.again(changes, first);

      assertThat(first.passed()).isFalse();
      assertThat(again.passed()).isTrue();
      assertThat(again.isConclusive()).isFalse();
      assertThat(again.evidence()).contains("is flaky", "exit code 1");
      assertThat(gate.check(changes)).isEqualTo(again);
    }
    assertThat(Files.readString(count)).isEqualTo("x\nx\nx\n");
  }

  @Test
  void stopsWhenItIsCancelled() {
    Path mark = temp.resolve("pid");
    try (VerifyGate gate = gate("echo $$ > " + mark + "; exec sleep 600", LONG)) {
      Thread canceller =
          new Thread(
              () -> {
                await().until(() -> Files.exists(mark));
                cancellation.request();
              });
      canceller.start();
      List<FileChange> changes = List.of(change("A.txt", "new\n"));

      assertThatThrownBy(() -> gate.check(changes)).isInstanceOf(CancellationException.class);
    }
    await().untilAsserted(() -> assertThat(isAlive(mark)).isFalse());
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    try (VerifyGate gate = gate("if grep -q bad A.txt; then sleep 600; fi", LONG)) {
      List<FileChange> good = List.of(change("A.txt", "fine\n"));
      List<FileChange> bad = List.of(change("A.txt", "bad\n"));
      assertThat(gate.check(good).passed()).isTrue();
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> gate.check(bad)).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void keepsOnlyTheEndOfALongOutput() {
    try (VerifyGate gate =
        gate("if grep -q bad A.txt; then seq 1 200000; echo token=abcdefghijk; exit 1; fi", LONG)) {
      String evidence = gate.check(List.of(change("A.txt", "bad\n"))).evidence();

      assertThat(evidence)
          .contains("199990\n", "[redacted]")
          .doesNotContain("199900\n", "abcdefghijk");
      assertThat(evidence.lines()).hasSizeLessThan(25);
    }
  }

  @Test
  void saysSoWhereTheCommandRemovesSources() {
    try (VerifyGate gate = gate("rm -rf ./A.txt", LONG)) {
      List<FileChange> changes = List.of(change("A.txt", "new\n"));

      assertThatThrownBy(() -> gate.check(changes))
          .hasMessageContaining("leaves source files alone");
    }
  }

  private VerifyGate gate(String command, Duration limit) {
    return VerifyGate.of(
        made.open(), made.head(), command, limit, temp.resolve("run"), cancellation);
  }

  private Path worktree() {
    return temp.resolve("run/verify");
  }

  private FileChange change(String path, String after) {
    try (Snapshot snapshot = made.open().snapshot(made.open().head())) {
      var file = snapshot.file(io.kirolinter.core.source.SourcePath.of(path)).orElseThrow();
      SourceText before = SourceText.decode(snapshot.read(file)).orElseThrow();
      return new FileChange(
          file, "", before, new SourceText(after, before.start()), List.of(), List.of(), List.of());
    }
  }

  private static boolean isAlive(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
