package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.repository.CommitId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentCommitsTest {

  @TempDir Path temp;

  @Test
  void areThoseOfTheBranchItselfWithTheNewestInFront() {
    TestRepository made = TestRepository.init(temp);
    CommitId first = made.write("a", "1").commit("first");
    made.git("checkout", "-q", "-b", "side");
    made.write("b", "1").commit("aside");
    made.git("checkout", "-q", "-");
    CommitId second = made.write("a", "2").commit("second");
    made.git("merge", "-q", "--no-ff", "-m", "merged", "side");

    assertThat(RecentCommits.of(made.open(), made.head(), 9))
        .containsExactly(made.head(), second, first);
    assertThat(RecentCommits.of(made.open(), made.head(), 1)).containsExactly(made.head());
  }
}
