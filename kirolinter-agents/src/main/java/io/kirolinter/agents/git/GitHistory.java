package io.kirolinter.agents.git;

import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.util.function.Consumer;

/**
 * The commits of a repository, without merges. Only the names of changed files are compared and
 * never their lines, which would take many times longer.
 */
public final class GitHistory {

  /** How many commits are read where nobody says otherwise. */
  public static final int USUAL_LIMIT = 20_000;

  private static final String FORMAT = "--format=tformat:%x02%H%x1f%ct%x1f%ae%x1f%s";

  private final Repository repository;
  private final CommitId newest;
  private final int limit;

  private GitHistory(Repository repository, CommitId newest, int limit) {
    this.repository = repository;
    this.newest = newest;
    this.limit = limit;
  }

  /** {@return the history that leads to {@code newest}, its 20,000 newest commits at most} */
  public static GitHistory of(Repository repository, CommitId newest) {
    return new GitHistory(repository, newest, USUAL_LIMIT);
  }

  /** {@return the same history, with at most so many commits; 1 or more} */
  public GitHistory limitedTo(int commits) {
    if (commits < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + commits);
    }
    return new GitHistory(repository, newest, commits);
  }

  /**
   * Reads the commits in one pass, the newest first.
   *
   * @param reader called for one commit after the other, on another thread than the caller's
   * @return how many there were
   * @throws io.kirolinter.core.error.WorkFailedException if the commit is not there
   * @throws java.util.concurrent.CancellationException if that was requested
   */
  public int read(Consumer<HistoryEntry> reader, Cancellation cancellation) {
    return Git.in(repository.location())
        .stoppedBy(cancellation)
        .reading(
            stdout -> new HistoryParser(stdout).parse(reader),
            "log",
            "--max-count=" + limit,
            "--no-merges",
            "--raw",
            "-z",
            "--no-renames",
            "--no-abbrev",
            "--no-ext-diff",
            "--ignore-submodules=all",
            "--encoding=UTF-8",
            FORMAT,
            newest.value(),
            "--");
  }
}
