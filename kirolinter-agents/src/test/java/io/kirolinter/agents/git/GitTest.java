package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.progress.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {

  @TempDir Path temp;
  private Git git;

  @BeforeEach
  void makeRepository() {
    TestRepository made = TestRepository.init(temp);
    made.write("A.java", "class A {}\n").commit("first");
    git = Git.in(temp);
  }

  @Test
  void saysThatGitIsMissing() {
    assertThatThrownBy(() -> git.calling("no-such-git").line("status"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageStartingWith("Cannot run git command 'git status'")
        .hasMessageEndingWith("Install git, or put it on the PATH.");
    assertThatThrownBy(() -> git.calling("no-such-git").start("cat-file", "--batch"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("no-such-git");
  }

  @Test
  void carriesWhatGitSaidInItsError() {
    assertThatThrownBy(() -> git.line("cat-file", "-t", "HEAD:B.java"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("path 'B.java' does not exist in 'HEAD'");
  }

  @Test
  void hidesPasswordsInItsErrors() {
    assertThatThrownBy(() -> git.line("nonsense", "https://me:secret@example.org/x"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void explainsALock() throws IOException {
    Files.writeString(temp.resolve(".git/index.lock"), "");

    assertThatThrownBy(() -> git.line("add", "A.java"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("index.lock")
        .hasMessageContaining("Another git process holds the lock");
  }

  @Test
  void givesLargeInputAndTakesLargeOutputWithoutBlocking() {
    String question = "HEAD:A.java\n";
    int times = 20_000;

    Git.Outcome outcome =
        git.feeding(
            stdin -> {
              for (int i = 0; i < times; i++) {
                stdin.write(question.getBytes());
              }
            },
            "cat-file",
            "--batch-check");

    assertThat(outcome.ok()).isTrue();
    assertThat(outcome.output().lines()).hasSize(times);
  }

  @Test
  void fixesTheEnvironmentThatGitSees() throws IOException {
    Path program = temp.resolve("show");
    Files.writeString(program, "#!/bin/sh\nenv\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();

    assertThat(git.calling(program.toString()).line("x").lines())
        .contains("LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0");
  }

  @Test
  void isNotTurnedToAnotherRepositoryByTheVariablesOfAHook() {
    Map<String, String> environment =
        new HashMap<>(Map.of("GIT_DIR", "/x", "GIT_INDEX_FILE", "/y", "HOME", "/home/me"));

    Git.fix(environment);

    assertThat(environment)
        .doesNotContainKeys("GIT_DIR", "GIT_INDEX_FILE")
        .containsEntry("HOME", "/home/me");
  }

  @Test
  void killsACallThatTakesTooLong() throws IOException {
    Path program = endless();

    assertThatThrownBy(
            () -> git.calling(program.toString()).within(Duration.ofMillis(50)).line("log"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("had not ended after 0 s and was stopped");
    assertEnded();
  }

  @Test
  void killsACallOnRequest() throws IOException {
    Cancellation cancellation = Cancellation.create();
    cancellation.request();
    Path program = endless();

    assertThatThrownBy(() -> git.calling(program.toString()).stoppedBy(cancellation).line("log"))
        .isInstanceOf(CancellationException.class);
    assertEnded();
  }

  @Test
  void killsACallWhenItsThreadIsInterrupted() throws Exception {
    Path program = endless();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch flagKept = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                git.calling(program.toString()).line("log");
              } catch (CancellationException e) {
                thrown.set(e);
                if (Thread.currentThread().isInterrupted()) {
                  flagKept.countDown();
                }
              }
            });
    thread.start();
    Awaitility.await().until(() -> Files.exists(temp.resolve("pid")));

    thread.interrupt();

    assertThat(flagKept.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(thrown.get()).hasMessageContaining("interrupted");
    assertEnded();
  }

  @Test
  void passesOnWhatAReaderThrows() {
    assertThatThrownBy(
            () ->
                git.reading(
                    stdout -> {
                      throw new IllegalStateException("unreadable");
                    },
                    "log"))
        .hasMessage("unreadable");
    assertThatThrownBy(
            () ->
                git.reading(
                    stdout -> {
                      throw new IOException("cut off");
                    },
                    "log"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(
            () ->
                git.reading(
                    stdout -> {
                      throw new AssertionError("a defect");
                    },
                    "log"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void failsIfItsInputCouldNotBeGivenWhole() {
    Git.Outcome outcome =
        git.feeding(
            stdin -> {
              throw new IOException("no more");
            },
            "cat-file",
            "--batch-check");

    assertThat(outcome.ok()).isFalse();
  }

  /** A stand-in for git that leaves its process id and waits for input that never comes. */
  private Path endless() throws IOException {
    Path program = temp.resolve("endless");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo $$ > '%s.new'
        mv '%s.new' '%s'
        exec sleep 600
        """
            .formatted(temp.resolve("pid"), temp.resolve("pid"), temp.resolve("pid")));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private void assertEnded() throws IOException {
    Path pid = temp.resolve("pid");
    if (Files.exists(pid)) {
      long id = Long.parseLong(Files.readString(pid).strip());
      Awaitility.await()
          .until(() -> ProcessHandle.of(id).map(process -> !process.isAlive()).orElse(true));
    }
  }
}
