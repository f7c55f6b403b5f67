package io.kirolinter.agents.git;

import io.kirolinter.agents.git.Branches.BranchCommit;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came into a history since a commit, merged branches included; read once. Safe for use by
 * many threads.
 */
public final class LandedCommits {

  /** Older ones are not looked at. */
  private static final int MOST = 20_000;

  private final Git git;
  private final CommitId newest;
  private final List<BranchCommit> commits;
  private final Set<CommitId> ids = new HashSet<>();
  private final List<String> refs;

  private LandedCommits(Git git, CommitId newest, List<BranchCommit> commits) {
    this.git = git;
    this.newest = newest;
    this.commits = List.copyOf(commits);
    commits.forEach(one -> ids.add(one.id()));
    refs =
        git.line("for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes")
            .lines()
            .toList();
  }

  /**
   * {@return what came into the history of a commit}
   *
   * @param since where the history was before; if it is not there any more, or on another branch,
   *     the newest 20,000 commits count
   */
  public static LandedCommits in(Repository repository, CommitId newest, CommitId since) {
    Git git = Git.in(repository.location());
    boolean known = git.attempt("merge-base", "--is-ancestor", since.value(), newest.value()).ok();
    String range = known ? since + ".." + newest : newest.value();
    List<BranchCommit> commits = new ArrayList<>(read(git, range));
    if (known) {
      commits.add(new BranchCommit(since, "", ""));
    }
    return new LandedCommits(git, newest, commits);
  }

  private static List<BranchCommit> read(Git git, String range) {
    List<String> fields =
        NulSeparated.texts(
            git.bytes(
                "log",
                "--max-count=" + MOST,
                "--encoding=UTF-8",
                "--format=tformat:%H%x00%ce%x00%B%x00",
                range,
                "--"));
    List<BranchCommit> commits = new ArrayList<>();
    for (int i = 0; i + 2 < fields.size(); i += 3) {
      commits.add(
          new BranchCommit(
              CommitId.of(fields.get(i).strip()), fields.get(i + 1), fields.get(i + 2)));
    }
    return commits;
  }

  /** {@return the commits, the newest first; the one they are counted from is the last} */
  public List<BranchCommit> commits() {
    return commits;
  }

  /** {@return whether a commit is in the history, as far as that was read} */
  public boolean hold(CommitId commit) {
    return ids.contains(commit);
  }

  /**
   * {@return the commit by which another one came onto the line of first parents: itself, or the
   * merge that brought it in}
   */
  public Optional<CommitId> landing(CommitId commit) {
    if (!ids.contains(commit)) {
      return Optional.empty();
    }
    String range = commit + ".." + newest;
    Set<String> after =
        Set.copyOf(git.line("rev-list", "--ancestry-path", range, "--").lines().toList());
    List<String> line =
        git.line("rev-list", "--first-parent", "--reverse", range, "--").lines().toList();
    boolean onTheLine =
        commit.equals(newest)
            || line.stream().findFirst().flatMap(this::firstParent).equals(Optional.of(commit));
    return onTheLine
        ? Optional.of(commit)
        : line.stream().filter(after::contains).findFirst().map(CommitId::of);
  }

  private Optional<CommitId> firstParent(String commit) {
    Git.Outcome found = git.attempt("rev-parse", "--verify", "--quiet", commit + "^1");
    return found.ok() ? Optional.of(CommitId.of(found.output().strip())) : Optional.empty();
  }

  /** {@return the text of a file in a commit, if it is there} */
  public Optional<String> text(CommitId commit, SourcePath path) {
    Git.Outcome read = git.attempt("cat-file", "blob", commit + ":" + path);
    return read.ok() ? Optional.of(read.output()) : Optional.empty();
  }

  /** {@return whether there is a branch of this name, here or as a remote had it last} */
  public boolean isBranch(String name) {
    return refs.stream().anyMatch(ref -> ref.endsWith("/" + name));
  }
}
