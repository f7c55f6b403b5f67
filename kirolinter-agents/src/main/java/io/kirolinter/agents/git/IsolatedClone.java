package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.nio.file.Path;

/** A copy of a repository for trials: what happens in it never reaches the original. */
public final class IsolatedClone {

  private IsolatedClone() {}

  /**
   * Makes a clone with one commit checked out. It borrows the objects of the original, so it costs
   * little more than the checkout.
   *
   * @param folder where to make it; must not exist
   * @return the clone; it has no origin, so other stores than the usual ones are to be used with it
   * @throws io.kirolinter.core.error.WorkFailedException if git cannot make it
   */
  public static Repository of(Repository original, Path folder, CommitId commit) {
    Git around = Git.in(original.location());
    around.line(
        "clone",
        "--quiet",
        "--shared",
        "--no-checkout",
        original.location().toString(),
        folder.toString());
    Git inside = Git.in(folder);
    inside.line("checkout", "--quiet", "--detach", commit.value());
    inside.line("remote", "remove", "origin");
    return Repositories.open(folder);
  }
}
