package io.kirolinter.agents.outcome;

import io.kirolinter.core.experience.Fate;
import io.kirolinter.core.forge.PullRequest;
import java.util.Optional;

/**
 * What is known of one fix at one moment, and what follows from it. Git counts more than a forge:
 * what is in the base is there, whatever became of a pull request.
 *
 * @param textIsThere whether the changed lines stand in the base as they were proposed
 * @param textLanded whether they stood so in the commit that brought the proposal in
 * @param landed how the proposal came into the base; empty if it did not
 * @param revertedBy the commit that says that it reverts the fix
 * @param finding whether the finding is in the base
 * @param pullRequest what the forge says of the proposal
 * @param branchIsGone whether the branch was deleted by somebody
 */
record FateEvidence(
    boolean textIsThere,
    boolean textLanded,
    Optional<String> landed,
    Optional<String> revertedBy,
    Sighting finding,
    Optional<PullRequest.State> pullRequest,
    boolean branchIsGone) {

  /** A fate, and the sentence that says why. */
  record Ruling(Fate fate, String why) {}

  /** {@return what became of a fix about which nothing was decided yet} */
  Ruling first() {
    if (revertedBy.isPresent() && !textIsThere) {
      return new Ruling(Fate.REVERTED, "commit " + revertedBy.get() + " says so");
    }
    if (finding == Sighting.HIDDEN) {
      return new Ruling(Fate.SUPPRESSED, "the finding is there, and hidden");
    }
    if (landed.isPresent()) {
      return landed(landed.get());
    }
    return finding == Sighting.GONE ? gone() : notLanded();
  }

  private Ruling landed(String how) {
    if (textIsThere || (textLanded && finding != Sighting.SHOWN)) {
      return new Ruling(Fate.MERGED, how);
    }
    return switch (finding) {
      case SHOWN -> new Ruling(Fate.REVERTED, how + ", and the finding is there again");
      case GONE -> new Ruling(Fate.MERGED_WITH_CHANGES, how + ", with another text");
      default -> open();
    };
  }

  private Ruling gone() {
    if (textIsThere) {
      return new Ruling(Fate.MERGED, "its text is in the base");
    }
    if (pullRequest.filter(PullRequest.State.MERGED::equals).isPresent()) {
      return new Ruling(Fate.MERGED_WITH_CHANGES, "the pull request was merged, with another text");
    }
    return branchIsGone || pullRequest.filter(PullRequest.State.CLOSED::equals).isPresent()
        ? new Ruling(Fate.OVERTAKEN, "the finding went away by other means")
        : open();
  }

  private Ruling notLanded() {
    if (finding == Sighting.NOT_LOOKED_FOR) {
      return open();
    }
    if (pullRequest.filter(PullRequest.State.CLOSED::equals).isPresent()) {
      return new Ruling(Fate.CLOSED, "the pull request was closed");
    }
    return branchIsGone && pullRequest.isEmpty()
        ? new Ruling(Fate.CLOSED, "the branch was deleted, and nothing of it merged")
        : open();
  }

  /** {@return what became since of a fix that was merged} */
  Optional<Ruling> afterMerge() {
    if (textIsThere) {
      return Optional.empty();
    }
    if (revertedBy.isPresent()) {
      return Optional.of(new Ruling(Fate.REVERTED, "commit " + revertedBy.get() + " says so"));
    }
    return switch (finding) {
      case SHOWN -> Optional.of(new Ruling(Fate.REVERTED, "the finding is there again"));
      case HIDDEN ->
          Optional.of(new Ruling(Fate.SUPPRESSED, "the finding is there again, and hidden"));
      default -> Optional.empty();
    };
  }

  private static Ruling open() {
    return new Ruling(Fate.OPEN, "");
  }
}
