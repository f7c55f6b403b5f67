package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.SshGitServer;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import java.nio.file.Path;
import java.util.Optional;
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
    try (SshGitServer server = SshGitServer.start(temp, temp.resolve("keys"))) {
      made.git("remote", "set-url", "origin", server.url(bare));
      server.letIn(made);

      origin().push(BRANCH, made.head(), Optional.empty());

      assertThat(origin().head(BRANCH)).contains(made.head());
      origin().fetch(BRANCH);
      CommitId second = made.write("A.java", "class A { }\n").commit("second");
      assertThatThrownBy(() -> origin().push(BRANCH, second, Optional.empty()))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("stale info");
    }
    assertThatThrownBy(() -> origin().head(BRANCH)).isInstanceOf(StoreException.class);
  }
}
