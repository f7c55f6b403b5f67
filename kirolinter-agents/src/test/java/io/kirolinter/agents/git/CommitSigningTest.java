package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kirolinter.agents.git.CommitDraft.NewContent;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile.FileMode;
import io.kirolinter.core.source.SourcePath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real keys, and real git that verifies what they signed. */
class CommitSigningTest {

  private static final Identity BOT = new Identity("Bot", "bot@localhost");
  private static final Instant AT = Instant.parse("2026-11-22T18:15:30Z");

  @TempDir Path temp;
  private TestRepository made;
  private CommitId base;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("a"));
    base = made.write("A.java", "class A {}\n").commit("first");
  }

  /** Two signatures of an ecdsa key on the same are never the same. */
  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa"})
  void signsEveryCommitWithTheKeyOfTheUserAndFindsThemAgain(String type) throws Exception {
    signWithSsh(type, "");

    List<CommitId> commits = write("One ü\n\nBody.\n", "Two\n");

    assertThat(commits).hasSize(2);
    for (CommitId commit : commits) {
      made.git("verify-commit", commit.value()); // it fails where that is not signed
    }
    assertThat(made.git("log", "--reverse", "--format=%G?|%an|%ce|%ct|%B", base + "..x"))
        .startsWith("G|Bot|bot@localhost|" + AT.getEpochSecond() + "|One ü\n\nBody.\n")
        .contains("G|Bot|bot@localhost|" + AT.getEpochSecond() + "|Two\n");
    assertThat(made.git("show", "x:A.java")).isEqualTo("1");
    assertThat(made.git("fsck", "--strict")).doesNotContain("error");

    String refs = made.git("for-each-ref");
    assertThat(write("One ü\n\nBody.\n", "Two\n")).isEqualTo(commits);
    assertThat(made.git("for-each-ref")).isEqualTo(refs);
    assertThatThrownBy(() -> write("One ü\n\nBody.\n", "Three\n"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it exists already, with other commits");
    assertThatThrownBy(() -> write("Two\n")).isInstanceOf(WorkFailedException.class);
  }

  @Test
  void takesNoUnsignedBranchForItsOwnOnceGitSigns() throws Exception {
    write("One\n");
    signWithSsh("ed25519", "");

    assertThatThrownBy(() -> write("One\n"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it exists already");
  }

  @Test
  void signsWithOpenpgpAndTheKeyOfWhoIsConfiguredToCommit() throws Exception {
    assumeTrue(isOnThePath("gpg"), "no gpg here");
    Path home = Files.createTempDirectory("kl"); // its sockets need a short path
    try {
      run(
          "gpg",
          "--homedir",
          home.toString(),
          "--batch",
          "--quiet",
          "--passphrase",
          "",
          "--quick-gen-key",
          "Ada <ada@example.org>",
          "ed25519",
          "sign",
          "never");
      Path program = script("exec gpg --homedir '" + home + "' \"$@\"");
      made.git("config", "commit.gpgsign", "true");
      made.git("config", "gpg.program", program.toString());
      made.git("config", "user.name", "Ada");
      made.git("config", "user.email", "ada@example.org");

      CommitId commit = write("One\n").get(0);

      made.git("verify-commit", commit.value());
      assertThat(made.git("log", "-1", "--format=%GS|%cn", commit.value()).strip())
          .isEqualTo("Ada <ada@example.org>|Bot");
    } finally {
      run("gpgconf", "--homedir", home.toString(), "--kill", "all");
      delete(home);
    }
  }

  @Test
  void writesNothingWhereTheKeyWouldAskForAPassphrase() throws Exception {
    signWithSsh("ed25519", "open sesame");

    assertNotSigned("a key that signs without asking");
  }

  @Test
  void writesNothingWhereThereIsNoKey() {
    made.git("config", "commit.gpgsign", "true");
    made.git("config", "gpg.format", "ssh");
    made.git("config", "user.signingkey", temp.resolve("none").toString());

    assertNotSigned("Cannot sign commits");
  }

  @Test
  void doesNotWaitForAProgramThatAsks() throws IOException {
    made.git("config", "gpg.program", script("sleep 600").toString());
    CommitId plain = write("One\n").get(0);
    made.git("config", "commit.gpgsign", "true");
    Git git = Git.in(made.folder());

    assertThatThrownBy(
            () ->
                CommitSigning.of(git, Duration.ofMillis(300)).orElseThrow().signed(List.of(plain)))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("and was stopped");
  }

  @Test
  void saysWhatIsWrongWithTheConfiguration() {
    made.git("config", "commit.gpgsign", "perhaps");

    assertNotSigned("perhaps");
  }

  private void assertNotSigned(String words) {
    assertThatThrownBy(() -> write("One\n"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(words);
    assertThat(made.git("branch", "--list")).doesNotContain("x");
  }

  private List<CommitId> write(String... messages) {
    List<CommitDraft> drafts = Arrays.stream(messages).map(this::draft).toList();
    return BranchWriter.of(made.open()).write("x", new CommitPlan(base, BOT, AT, drafts));
  }

  private CommitDraft draft(String message) {
    byte[] bytes = "1".getBytes(StandardCharsets.UTF_8);
    return new CommitDraft(
        message, List.of(NewContent.of(SourcePath.of("A.java"), FileMode.REGULAR, bytes)));
  }

  private void signWithSsh(String type, String passphrase) throws Exception {
    assumeTrue(isOnThePath("ssh-keygen"), "no ssh-keygen here");
    Path key = temp.resolve("key");
    run("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString());
    Path allowed = temp.resolve("allowed");
    Files.writeString(allowed, "bot@localhost " + Files.readString(temp.resolve("key.pub")));
    made.git("config", "commit.gpgsign", "true");
    made.git("config", "gpg.format", "ssh");
    made.git("config", "user.signingkey", key.toString());
    made.git("config", "gpg.ssh.allowedSignersFile", allowed.toString());
  }

  private Path script(String text) throws IOException {
    Path file = temp.resolve("program");
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private static boolean isOnThePath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }
}
