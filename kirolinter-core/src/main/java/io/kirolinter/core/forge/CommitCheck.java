package io.kirolinter.core.forge;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;

/**
 * A result that a forge shows beside a commit.
 *
 * @param name the same for all results of one kind, so that a newer one replaces an older
 * @param passed whether all is well
 * @param sentence for people; forges show the first 140 characters
 */
public record CommitCheck(CommitId commit, String name, boolean passed, String sentence) {

  public CommitCheck {
    requireNonNull(commit, "commit");
    requireNonNull(name, "name");
    requireNonNull(sentence, "sentence");
  }
}
