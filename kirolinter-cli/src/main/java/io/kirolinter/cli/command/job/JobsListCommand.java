package io.kirolinter.cli.command.job;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.GlobalOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the jobs. */
@Command(name = "list", description = "List the background jobs, as 'agent jobs' alone does.")
final class JobsListCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  private final Environment environment;

  JobsListCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    return JobsCommand.list(environment, global, Optional.empty());
  }
}
