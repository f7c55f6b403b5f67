package io.kirolinter.agents.integrate.publish;

import io.kirolinter.agents.forge.ForgeLink;
import io.kirolinter.agents.git.Remote;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import java.util.Optional;

/** The branch that a pull request is to be merged into. */
final class Target {

  private Target() {}

  /**
   * {@return the usual branch of the project, if it holds the commit that the fixes start from;
   * else the branch that is checked out, if that one does}
   *
   * @throws WorkFailedException if neither does: a pull request would bring along what nobody has
   *     pushed
   */
  static String of(ForgeLink link, CommitId base) {
    String usual = link.forge().defaultBranch();
    if (holds(link.remote(), usual, base)) {
      return usual;
    }
    Optional<String> current = link.remote().upstream();
    return current
        .filter(branch -> holds(link.remote(), branch, base))
        .orElseThrow(() -> notPushed(usual, base));
  }

  /** {@return whether the usual branch of the project holds a commit} */
  static boolean isUsual(ForgeLink link, CommitId base) {
    return holds(link.remote(), link.forge().defaultBranch(), base);
  }

  private static boolean holds(Remote remote, String branch, CommitId base) {
    Optional<CommitId> head = remote.head(branch);
    if (head.isEmpty()) {
      return false;
    }
    if (!head.get().equals(base) && !remote.isIn(base, head.get())) {
      remote.fetch(branch);
    }
    return head.get().equals(base) || remote.isIn(base, head.get());
  }

  private static WorkFailedException notPushed(String usual, CommitId base) {
    return new WorkFailedException(
        ErrorMessage.cannot("propose fixes of", "commit", base.abbreviated())
            .found("it is not on '" + usual + "' of the remote, nor on the branch checked out here")
            .expected("a commit that was pushed")
            .remedy("Push it; the next run opens the pull request."));
  }
}
