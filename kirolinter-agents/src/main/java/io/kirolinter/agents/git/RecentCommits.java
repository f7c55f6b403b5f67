package io.kirolinter.agents.git;

import com.google.common.base.Splitter;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The commits that led to another one, for trials on the code of the past. */
public final class RecentCommits {

  private RecentCommits() {}

  /**
   * {@return the commit and those before it, the newest first; of a merge, the branch that was
   * merged into}
   *
   * @param most how many at most
   * @throws io.kirolinter.core.error.WorkFailedException if the commit is not there
   */
  public static List<CommitId> of(Repository repository, CommitId newest, int most) {
    byte[] lines =
        Git.in(repository.location())
            .bytes("rev-list", "--first-parent", "--max-count=" + most, newest.value(), "--");
    return Splitter.on('\n')
        .omitEmptyStrings()
        .splitToStream(new String(lines, StandardCharsets.UTF_8))
        .map(CommitId::new)
        .toList();
  }
}
