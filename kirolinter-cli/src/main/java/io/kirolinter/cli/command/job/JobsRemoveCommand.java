package io.kirolinter.cli.command.job;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.JobParameter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes a job. */
@Command(name = "remove", description = "Remove a job, and list those that are left.")
final class JobsRemoveCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin JobParameter job = new JobParameter();

  private final Environment environment;

  JobsRemoveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return JobsCommand.list(environment, global, Optional.of(job.id()));
  }
}
