package io.kirolinter.core.forge;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.run.Publication;

/**
 * A pull request that is to be opened.
 *
 * @param branch what is to be merged; pushed already
 * @param target the branch that it is to be merged into
 * @param body Markdown
 */
public record PullRequestDraft(
    String branch, String target, String title, String body, Publication publication) {

  public PullRequestDraft {
    requireNonNull(branch, "branch");
    requireNonNull(target, "target");
    requireNonNull(body, "body");
    requireNonNull(publication, "publication");
    if (title.isBlank()) {
      throw new IllegalArgumentException("a pull request has a title");
    }
  }
}
