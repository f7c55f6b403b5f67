package io.kirolinter.core.forge;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.Publication;
import java.time.Instant;
import java.util.Optional;

/**
 * A branch that waits on a forge for people.
 *
 * @param number by which the forge knows it in its project
 * @param url where people see it
 * @param head the newest commit of the branch, as the forge knows it
 * @param title without the word by which some forges mark drafts
 * @param body Markdown; empty if there is none
 */
public record PullRequest(
    long number,
    String url,
    String branch,
    Optional<CommitId> head,
    State state,
    Publication publication,
    String title,
    String body,
    Instant openedAt) {

  /** What has become of it. */
  public enum State {
    OPEN,
    MERGED,
    CLOSED
  }

  public PullRequest {
    requireNonNull(url, "url");
    requireNonNull(branch, "branch");
    requireNonNull(head, "head");
    requireNonNull(state, "state");
    requireNonNull(publication, "publication");
    requireNonNull(title, "title");
    requireNonNull(body, "body");
    requireNonNull(openedAt, "openedAt");
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
