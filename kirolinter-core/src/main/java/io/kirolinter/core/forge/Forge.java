package io.kirolinter.core.forge;

import io.kirolinter.core.repository.CommitId;
import java.util.List;
import java.util.Optional;

/**
 * One project on a forge, such as GitHub or GitLab. What a forge calls a merge request is a pull
 * request here. Safe for use by many threads.
 *
 * <p>Every method throws {@link io.kirolinter.core.error.StoreException} if the forge cannot be
 * reached, or wants to be left alone for longer than is waited, and {@link
 * io.kirolinter.core.error.WorkFailedException} if it refuses. No message, log or exception holds
 * the token.
 */
public interface Forge {

  /** {@return the project for people, such as {@code github.com/apache/commons-lang}} */
  String project();

  /** {@return the branch that changes usually go to} */
  String defaultBranch();

  /**
   * {@return the pull requests whose branch lies in this project and in a folder: all open ones,
   * and of the others those among the 100 that were opened last}
   *
   * @param folder such as {@code kirolinter}
   */
  List<PullRequest> pullRequests(String folder);

  /** {@return the newest pull request of a branch, in whatever state} */
  Optional<PullRequest> ofBranch(String branch);

  /**
   * Opens a pull request for a branch that has been pushed.
   *
   * @return the new one, or the open one that the branch has already, unchanged
   */
  PullRequest open(PullRequestDraft draft);

  /** {@return the same pull request with another title and body} */
  PullRequest edit(PullRequest known, String title, String body);

  /** Closes a pull request without merging it; one that is closed stays so. */
  void close(PullRequest known);

  /**
   * Says something in the one comment of this product: writes it if there is none, edits it if it
   * says something else, and else does nothing.
   *
   * @param marker a line that no other comment has, by which it is found again
   * @param text Markdown, without the marker
   */
  void comment(PullRequest known, String marker, String text);

  /** Adds labels; a forge without labels does nothing. */
  default void label(PullRequest known, List<String> labels) {}

  /**
   * Asks people to review.
   *
   * @return those whom the forge knows and has asked, as it writes them
   */
  default List<String> askReview(PullRequest known, Reviewers reviewers) {
    return List.of();
  }

  /** Shows a result beside a commit; a forge that cannot does nothing. */
  default void report(CommitCheck check) {}

  /**
   * Takes the findings of a commit.
   *
   * @param branch that the commit is on
   * @param sarif a SARIF 2.1.0 document
   * @return whether the forge takes findings at all
   */
  default boolean upload(CommitId commit, String branch, String sarif) {
    return false;
  }
}
