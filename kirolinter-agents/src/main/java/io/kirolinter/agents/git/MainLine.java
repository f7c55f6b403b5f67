package io.kirolinter.agents.git;

import com.google.common.base.Splitter;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.util.List;

/** The commits that a branch itself went through, without those that merges brought in. */
public final class MainLine {

  private MainLine() {}

  /**
   * {@return the newest commits on the line of first parents, the newest first}
   *
   * @param from where to begin
   * @param most how many at most; 1 or more
   * @throws io.kirolinter.core.error.WorkFailedException if the commit is not there
   */
  public static List<CommitId> of(Repository repository, CommitId from, int most) {
    String commits =
        Git.in(repository.location())
            .line("rev-list", "--first-parent", "--max-count=" + most, from.value(), "--");
    return Splitter.on('\n').omitEmptyStrings().splitToStream(commits).map(CommitId::of).toList();
  }
}
