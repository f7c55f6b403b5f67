package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.trust.TrustedCommands;
import java.nio.file.Path;

/**
 * Where a worker finds the repositories of runs, and which of their commands it runs. A queue that
 * others write to must not make this machine run whatever they like.
 *
 * @param home the data folder
 */
public record WorkerPlaces(Path home, Commands commands) {

  /** Which verify commands of runs may run here. */
  public enum Commands {
    /** Those that the user trusts for the repository. */
    TRUSTED,
    /** All; the queue is the user's own, or the user said so. */
    ANY
  }

  /**
   * {@return the places of this user, for runs of a memory: all commands of those in the user's own
   * data folder, and trusted ones of those that others can write too}
   */
  public static WorkerPlaces of(Environment environment, String memory) {
    return new WorkerPlaces(
        DataFolder.of(environment),
        MemoryAddress.isEmbedded(memory) ? Commands.ANY : Commands.TRUSTED);
  }

  /** {@return the places of this user, where every command of a run may run} */
  public static WorkerPlaces allowingAll(Environment environment) {
    return new WorkerPlaces(DataFolder.of(environment), Commands.ANY);
  }

  /**
   * {@return the repository of a run, at the same place as where the run was queued}
   *
   * @throws InvalidRequestException if there is none, or the run brings a command along that may
   *     not run here
   */
  Repository open(RunPlan plan) {
    Repository repository = Repositories.open(Path.of(plan.location()));
    plan.options()
        .verifyCommand()
        .filter(command -> !isAllowed(plan, command))
        .ifPresent(command -> refuse(command));
    return repository;
  }

  private boolean isAllowed(RunPlan plan, String command) {
    return commands == Commands.ANY
        || TrustedCommands.in(home).isTrusted(plan.repository(), command);
  }

  private static void refuse(String command) {
    throw new InvalidRequestException(
        ErrorMessage.cannot("run", "verify command", command)
            .found("nobody trusts it on this machine")
            .expected("a command that is trusted here, as others write to the queue too")
            .remedy(
                "See 'kirolinter config trust --help', or start the worker with"
                    + " --allow-commands."));
  }
}
