package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.AcceptAllPublickeyAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories on the other side, over files and over ssh. */
class RemoteTest {

  private static final String BRANCH = "kirolinter/x";

  @TempDir Path temp;
  private TestRepository made;
  private Path bare;

  @BeforeEach
  void makeRepositories() {
    made = TestRepository.init(temp.resolve("made"));
    made.write("A.java", "class A {}\n").commit("first");
    bare = temp.resolve("bare.git");
    made.git("init", "--quiet", "--bare", bare.toString());
    made.git("remote", "add", "origin", "file://" + bare);
  }

  private Remote origin() {
    return Remote.of(made.open(), "origin");
  }

  @Test
  void pushesWhatItExpectsToReplaceAndNothingElse() {
    CommitId first = made.head();
    CommitId second = made.write("A.java", "class A { }\n").commit("second");
    Remote origin = origin();

    origin.push(BRANCH, first, Optional.empty());
    assertThat(origin.head(BRANCH)).contains(first);
    assertThatThrownBy(() -> origin.push(BRANCH, second, Optional.empty()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("stale info");
    origin.push(BRANCH, second, Optional.of(first));
    assertThat(origin.head(BRANCH)).contains(second);
    assertThatThrownBy(() -> origin.delete(BRANCH, first)).isInstanceOf(WorkFailedException.class);
    origin.delete(BRANCH, second);
    assertThat(origin.head(BRANCH)).isEmpty();
  }

  @Test
  void bringsCommitsOfOthersHereWithoutAnyReference() {
    TestRepository other = made.cloneTo(temp.resolve("other"));
    CommitId theirs = other.write("B.java", "class B {}\n").commit("theirs");
    other.git("push", "--quiet", bare.toString(), "HEAD:refs/heads/" + BRANCH);
    String refs = made.git("for-each-ref");

    origin().fetch(BRANCH);

    assertThat(made.git("cat-file", "-t", theirs.value())).startsWith("commit");
    assertThat(made.git("for-each-ref")).isEqualTo(refs);
    assertThat(origin().isIn(made.head(), theirs)).isTrue();
    assertThat(origin().isIn(theirs, made.head())).isFalse();
  }

  @Test
  void saysWhereItIsAndWhatTheBranchFollows() {
    assertThat(origin().url()).contains("file://" + bare);
    assertThat(Remote.of(made.open(), "upstream").url()).isEmpty();
    assertThat(origin().upstream()).isEmpty();
    made.git("config", "branch.main.merge", "refs/heads/trunk");
    assertThat(origin().upstream()).contains("trunk");
    made.git("checkout", "--quiet", "--detach");
    assertThat(origin().upstream()).isEmpty();
  }

  @Test
  void tellsAServerThatIsAwayFromOneThatRefuses() {
    made.git("remote", "set-url", "origin", "http://127.0.0.1:1/a/b.git");
    assertThatThrownBy(() -> origin().head("main"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a server that answers");

    made.git("remote", "set-url", "origin", "file:///nowhere/at/all.git");
    assertThatThrownBy(() -> origin().head("main")).isInstanceOf(WorkFailedException.class);
  }

  @Test
  void worksOverSsh() throws Exception {
    assumeTrue(isOnThePath("ssh") && isOnThePath("ssh-keygen"), "no ssh client here");
    Path key = temp.resolve("key");
    new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", key.toString())
        .start()
        .waitFor();
    try (SshServer server = SshServer.setUpDefaultServer()) {
      server.setHost("127.0.0.1");
      server.setPort(0);
      server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(temp.resolve("host.ser")));
      server.setPublickeyAuthenticator(AcceptAllPublickeyAuthenticator.INSTANCE);
      server.setCommandFactory(ProcessShellCommandFactory.INSTANCE);
      server.start();
      made.git(
          "remote",
          "set-url",
          "origin",
          "ssh://tester@127.0.0.1:%d%s".formatted(server.getPort(), bare));
      made.git(
          "config",
          "core.sshCommand",
          "ssh -F /dev/null -i %s -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
              .formatted(key));

      origin().push(BRANCH, made.head(), Optional.empty());

      assertThat(origin().head(BRANCH)).contains(made.head());
      origin().fetch(BRANCH);
      server.stop(true);
    }
    assertThatThrownBy(() -> origin().head(BRANCH)).isInstanceOf(StoreException.class);
  }

  private static boolean isOnThePath(String program) throws IOException {
    for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder).resolve(program))) {
        return true;
      }
    }
    return false;
  }
}
