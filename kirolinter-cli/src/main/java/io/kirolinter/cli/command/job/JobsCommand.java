package io.kirolinter.cli.command.job;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.JobJson;
import io.kirolinter.cli.output.JobText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.schedule.Job;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the background jobs, or changes one. */
@Command(
    name = "jobs",
    description = "List the background jobs, or pause, resume, remove or run one.",
    subcommands = {
      JobsListCommand.class,
      JobsPauseCommand.class,
      JobsResumeCommand.class,
      JobsRemoveCommand.class,
      JobsRunNowCommand.class
    })
public final class JobsCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--remove",
      paramLabel = "JOB",
      description = "The id of a job to remove, as 'agent jobs remove JOB' does.")
  Optional<String> removed = Optional.empty();

  private final Environment environment;

  JobsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return list(environment, global, removed);
  }

  /** Lists the jobs that are there after one of them was removed. */
  static int list(Environment environment, GlobalOptions global, Optional<String> removed) {
    try (Wiring wiring = Wiring.open(environment, global.memory())) {
      removed.ifPresent(id -> remove(id, wiring));
      List<Job> left = wiring.stores().jobs().list();
      Results.print(
          environment.out(),
          global.format(),
          () -> left.stream().map(JobJson::of).toList(),
          () -> JobText.list(left));
      return ExitCode.DONE;
    }
  }

  private static void remove(String id, Wiring wiring) {
    List<String> known = wiring.stores().jobs().list().stream().map(Job::id).toList();
    if (!wiring.stores().jobs().remove(id)) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("remove", "job", id)
              .found("there is no such job")
              .expected("the id of a job, as 'kirolinter agent jobs' lists them")
              .remedy(known.isEmpty() ? "There are no jobs." : NearestName.hint(id, known)));
    }
  }
}
