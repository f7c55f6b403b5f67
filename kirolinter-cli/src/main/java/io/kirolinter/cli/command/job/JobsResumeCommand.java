package io.kirolinter.cli.command.job;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.JobParameter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a paused job fire again. */
@Command(
    name = "resume",
    description = "Let a paused job fire again, from the next of its times on.")
final class JobsResumeCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin JobParameter job = new JobParameter();

  private final Environment environment;

  JobsResumeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return JobChange.in(environment, global).show(jobs -> jobs.resume(job.id()));
  }
}
