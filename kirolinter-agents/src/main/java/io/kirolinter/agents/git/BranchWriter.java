package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes commits onto branches of their own. It needs no checkout and never touches one: index,
 * files, HEAD and stash stay as they are.
 *
 * <p>Safe for use by many threads. Of two processes that write one branch at once, one wins; the
 * other fails, or finds that both wrote the same.
 */
public final class BranchWriter {

  private static final String HEADS = "refs/heads/";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*";

  private final Git git;

  private BranchWriter(Git git) {
    this.git = git;
  }

  /** {@return a writer for a repository that git knows} */
  public static BranchWriter of(Repository repository) {
    return new BranchWriter(Git.in(repository.location()));
  }

  /**
   * Creates a branch with one commit per draft, all or nothing. The same input gives the same
   * commits, so that doing it again finds the branch as it should be and changes nothing. They are
   * signed where git is configured to sign.
   *
   * @param base the parent of the first commit
   * @param author also the committer, at {@code at}, of which whole seconds count
   * @return the new commits, the oldest first
   * @throws WorkFailedException if the branch exists with other commits, the base is not there, git
   *     cannot write, for example as another process holds the lock of the branch, or cannot sign
   */
  public List<CommitId> write(
      String branch, CommitId base, Identity author, Instant at, List<CommitDraft> drafts) {
    if (drafts.isEmpty()) {
      throw new IllegalArgumentException("a branch is written with at least one commit");
    }
    Optional<CommitId> existing = head(branch);
    Optional<CommitSigning> signing = CommitSigning.of(git);
    if (signing.isEmpty() && existing.isEmpty()) {
      return imported(ImportStream.to(HEADS + branch, base, author, at), drafts);
    }
    List<CommitId> plain = imported(ImportStream.toNoRef(base, author, at), drafts);
    if (existing.isPresent()) {
      return same(plain, existing.get(), signing).orElseThrow(() -> taken(branch, existing.get()));
    }
    return referred(branch, signing.orElseThrow().signed(plain));
  }

  private static Optional<List<CommitId>> same(
      List<CommitId> plain, CommitId head, Optional<CommitSigning> signing) {
    return signing.isPresent()
        ? signing.get().existing(plain, head)
        : Optional.of(plain).filter(all -> last(all).equals(head));
  }

  private List<CommitId> referred(String branch, List<CommitId> commits) {
    String head = last(commits).value();
    git.line("update-ref", HEADS + branch, head, "0".repeat(head.length()));
    return commits;
  }

  private static CommitId last(List<CommitId> commits) {
    return commits.get(commits.size() - 1);
  }

  /** {@return the newest commit of a branch, if there is such a branch} */
  public Optional<CommitId> head(String branch) {
    Git.Outcome outcome =
        git.attempt("rev-parse", "--verify", "--quiet", HEADS + checked(branch) + "^{commit}");
    return outcome.ok() ? Optional.of(CommitId.of(outcome.output().strip())) : Optional.empty();
  }

  /**
   * Deletes a branch, but only as it is expected to be.
   *
   * @return whether it was there
   * @throws WorkFailedException if it has another head, or is checked out somewhere; it stays then
   */
  public boolean delete(String branch, CommitId expectedHead) {
    Optional<CommitId> head = head(branch);
    if (head.isEmpty()) {
      return false;
    }
    if (!head.get().equals(expectedHead)) {
      throw notDeleted(branch, "it has moved on to " + head.get().abbreviated());
    }
    if (isCheckedOut(branch)) {
      throw notDeleted(branch, "it is checked out");
    }
    git.line("update-ref", "-d", HEADS + branch, expectedHead.value());
    return true;
  }

  private boolean isCheckedOut(String branch) {
    String mark = "branch " + HEADS + branch;
    return git.line("worktree", "list", "--porcelain").lines().anyMatch(mark::equals);
  }

  private List<CommitId> imported(ImportStream stream, List<CommitDraft> drafts) {
    List<String> command = List.of("fast-import", "--quiet", "--done", "--date-format=raw");
    Git.Outcome outcome =
        git.feeding(out -> stream.write(drafts, out), command.toArray(String[]::new));
    if (!outcome.ok()) {
      throw git.failed(command, outcome.errors());
    }
    return outcome.output().lines().map(CommitId::of).toList();
  }

  private static String checked(String branch) {
    if (!branch.matches(NAME) || branch.contains("..") || branch.endsWith(".lock")) {
      throw new IllegalArgumentException("not a name for a branch: '" + branch + "'");
    }
    return branch;
  }

  private static WorkFailedException taken(String branch, CommitId head) {
    return new WorkFailedException(
        ErrorMessage.cannot("write", "branch", branch)
            .found("it exists already, with other commits up to " + head.abbreviated())
            .expected("no such branch, or the one that an earlier attempt wrote")
            .remedy("Rename it with 'git branch -m', or delete it."));
  }

  private static WorkFailedException notDeleted(String branch, String found) {
    return new WorkFailedException(
        ErrorMessage.cannot("delete", "branch", branch)
            .found(found)
            .expected("the branch as it was written, checked out nowhere")
            .remedy("Check out another branch, keep what you need, then delete it yourself."));
  }
}
