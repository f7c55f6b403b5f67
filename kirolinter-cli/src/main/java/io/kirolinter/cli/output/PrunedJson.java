package io.kirolinter.cli.output;

import io.kirolinter.cli.wiring.Leftovers.Tidied;
import io.kirolinter.workflow.retention.Pruned;
import java.util.List;

/**
 * What {@code agent prune} has deleted, as scripts see it.
 *
 * @param branches of proposals that are closed
 * @param worktrees that runs have left behind
 * @param troubles where branches and worktrees could not be looked at, and why
 */
public record PrunedJson(
    int runs,
    int runsInUse,
    int observations,
    int experiments,
    long bytes,
    List<String> branches,
    List<String> worktrees,
    List<String> troubles) {

  /** {@return both for scripts} */
  public static PrunedJson of(Pruned pruned, Tidied tidied) {
    return new PrunedJson(
        pruned.runs(),
        pruned.runsInUse(),
        pruned.observations(),
        pruned.experiments(),
        pruned.bytes(),
        tidied.branches(),
        tidied.worktrees(),
        tidied.troubles());
  }
}
