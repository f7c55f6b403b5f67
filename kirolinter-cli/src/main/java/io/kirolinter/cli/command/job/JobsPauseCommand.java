package io.kirolinter.cli.command.job;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.JobParameter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a job fire no more for a while. */
@Command(
    name = "pause",
    description = "Let a job fire no more until it is resumed; its run, if one goes, goes on.")
final class JobsPauseCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin JobParameter job = new JobParameter();

  private final Environment environment;

  JobsPauseCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return JobChange.in(environment, global).show(jobs -> jobs.pause(job.id()));
  }
}
