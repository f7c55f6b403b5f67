package io.kirolinter.core.forge;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;

/**
 * A result that a forge shows beside a commit.
 *
 * @param name the same for all results of one kind, so that a newer one replaces an older
 * @param passed whether all is well
 * @param sentence for people
 */
public record CommitCheck(CommitId commit, String name, boolean passed, String sentence) {

  private static final int LONGEST = 140;

  public CommitCheck {
    requireNonNull(commit, "commit");
    requireNonNull(name, "name");
    requireNonNull(sentence, "sentence");
  }

  /** {@return as much of the sentence as forges show} */
  public String shown() {
    return sentence.substring(0, Math.min(LONGEST, sentence.length()));
  }
}
