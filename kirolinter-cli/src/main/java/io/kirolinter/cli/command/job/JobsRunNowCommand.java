package io.kirolinter.cli.command.job;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.JobParameter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a job fire at once. */
@Command(
    name = "run-now",
    description = "Let a job fire at once, beside its times; also if it is paused.")
final class JobsRunNowCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin JobParameter job = new JobParameter();

  private final Environment environment;

  JobsRunNowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return JobChange.in(environment, global).show(jobs -> jobs.runNow(job.id()));
  }
}
