package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.util.ArrayList;
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
   * @return the new commits, the oldest first
   * @throws WorkFailedException if the branch exists with other commits, the base is not there, git
   *     cannot write, for example as another process holds the lock of the branch, or cannot sign
   */
  public List<CommitId> write(String branch, CommitPlan plan) {
    Optional<CommitId> existing = head(branch);
    if (existing.isPresent()) {
      return same(branch, plan).orElseThrow(() -> taken(branch, existing.get()));
    }
    List<CommitId> commits = write(plan);
    git.line("update-ref", HEADS + branch, last(commits).value(), nothing(plan));
    return commits;
  }

  /** {@return the commits of a branch that holds what a plan would write} */
  public Optional<List<CommitId>> same(String branch, CommitPlan plan) {
    return head(branch).flatMap(head -> same(plan, head, CommitSigning.of(git)));
  }

  /** Writes the commits of a plan, to which no branch leads yet. */
  public List<CommitId> write(CommitPlan plan) {
    return chain(plan, CommitSigning.of(git));
  }

  /**
   * Lets a branch lead to other commits.
   *
   * @throws WorkFailedException if it is not as expected, or is checked out somewhere
   */
  public void move(String branch, CommitId expectedHead, CommitId head) {
    if (isCheckedOut(branch)) {
      throw notMoved(branch);
    }
    git.line("update-ref", HEADS + branch, head.value(), expectedHead.value());
  }

  private List<CommitId> chain(CommitPlan plan, Optional<CommitSigning> signing) {
    List<CommitId> commits =
        new ArrayList<>(signed(imported(plan, plan.base(), plan.drafts()), signing));
    plan.last()
        .apply(commits)
        .map(draft -> imported(plan, last(commits), List.of(draft)))
        .ifPresent(more -> commits.addAll(signed(more, signing)));
    return List.copyOf(commits);
  }

  private static List<CommitId> signed(List<CommitId> plain, Optional<CommitSigning> signing) {
    return signing.isPresent() ? signing.get().signed(plain) : plain;
  }

  private Optional<List<CommitId>> same(
      CommitPlan plan, CommitId head, Optional<CommitSigning> signing) {
    return signing.isPresent()
        ? sameSigned(plan, head, signing.get())
        : Optional.of(chain(plan, signing)).filter(all -> last(all).equals(head));
  }

  /** What is signed again has another name, so what it holds is compared. */
  private Optional<List<CommitId>> sameSigned(
      CommitPlan plan, CommitId head, CommitSigning signing) {
    List<CommitId> there =
        git.line("rev-list", "--reverse", "--topo-order", plan.base() + ".." + head)
            .lines()
            .map(CommitId::of)
            .toList();
    int drafts = plan.drafts().size();
    if (there.size() < drafts) {
      return Optional.empty();
    }
    List<CommitId> start = there.subList(0, drafts);
    List<CommitId> rest =
        plan.last()
            .apply(start)
            .map(draft -> imported(plan, last(start), List.of(draft)))
            .orElse(List.of());
    boolean same =
        signing.isSame(imported(plan, plan.base(), plan.drafts()), start)
            && signing.isSame(rest, there.subList(drafts, there.size()));
    return same ? Optional.of(there) : Optional.empty();
  }

  private static CommitId last(List<CommitId> commits) {
    return commits.get(commits.size() - 1);
  }

  private static String nothing(CommitPlan plan) {
    return "0".repeat(plan.base().value().length());
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

  /** {@return whether some checkout of the repository is on the branch} */
  public boolean isCheckedOut(String branch) {
    String mark = "branch " + HEADS + branch;
    return git.line("worktree", "list", "--porcelain").lines().anyMatch(mark::equals);
  }

  private List<CommitId> imported(CommitPlan plan, CommitId base, List<CommitDraft> drafts) {
    ImportStream stream = ImportStream.on(base, plan.author(), plan.at());
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

  private static WorkFailedException notMoved(String branch) {
    return new WorkFailedException(
        ErrorMessage.cannot("move", "branch", branch)
            .found("it is checked out")
            .expected("a branch that is checked out nowhere")
            .remedy("Check out another branch; the next run moves it."));
  }

  private static WorkFailedException notDeleted(String branch, String found) {
    return new WorkFailedException(
        ErrorMessage.cannot("delete", "branch", branch)
            .found(found)
            .expected("the branch as it was written, checked out nowhere")
            .remedy("Check out another branch, keep what you need, then delete it yourself."));
  }
}
