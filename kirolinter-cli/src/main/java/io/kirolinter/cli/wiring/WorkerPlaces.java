package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.MemoryAddress;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.trust.TrustedCommands;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a worker finds the repositories of runs, and which of their commands it runs. A queue that
 * others write to must not make this machine run whatever they like.
 *
 * @param home the data folder
 * @param sharing whether runs and jobs of other machines are to be expected
 */
public record WorkerPlaces(Path home, Commands commands, Sharing sharing) {

  /** Who writes runs and jobs. */
  public enum Sharing {
    /** This machine alone: a repository that is not here is nowhere. */
    ALONE,
    /** Other machines too, which may have the repositories of theirs. */
    SHARED
  }

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
    return MemoryAddress.isEmbedded(memory)
        ? new WorkerPlaces(DataFolder.of(environment), Commands.ANY, Sharing.ALONE)
        : new WorkerPlaces(DataFolder.of(environment), Commands.TRUSTED, Sharing.SHARED);
  }

  /** {@return the same places, where every command of a run may run} */
  public WorkerPlaces allowingAll() {
    return new WorkerPlaces(home, Commands.ANY, sharing);
  }

  /** {@return whether this machine is to see to the job} */
  boolean isHere(Job job) {
    return sharing == Sharing.ALONE || Files.isDirectory(Path.of(job.location()));
  }

  /**
   * {@return the repository of a run, at the same place as where the run was queued}
   *
   * @throws InvalidRequestException if there is none, or the run brings a command along that may
   *     not run here
   */
  Repository open(RunPlan plan) {
    return open(plan.location(), plan.repository(), plan.options());
  }

  /**
   * {@return the repository of a job, at the same place as where the job was made}
   *
   * @throws InvalidRequestException if there is none, or the job brings a command along that may
   *     not run here
   */
  public Repository open(Job job) {
    return open(job.location(), job.repository(), job.options());
  }

  private Repository open(String location, RepositoryId id, RunOptions options) {
    Repository repository = Repositories.open(Path.of(location));
    options
        .verifyCommand()
        .filter(command -> !isAllowed(id, command))
        .ifPresent(command -> refuse(command));
    return repository;
  }

  private boolean isAllowed(RepositoryId repository, String command) {
    return commands == Commands.ANY || TrustedCommands.in(home).isTrusted(repository, command);
  }

  private static void refuse(String command) {
    throw new InvalidRequestException(
        ErrorMessage.cannot("run", "verify command", command)
            .found("nobody trusts it on this machine")
            .expected("a command that is trusted here, as others write to the queue too")
            .remedy(
                "See 'kirolinter config trust --help', or start the worker or daemon with"
                    + " --allow-commands."));
  }
}
