package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.AnswerOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.workflow.coordinator.ForkRequest;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does again what failed, as a new run with the same options. */
@Command(
    name = "retry",
    description = "Start a new run that does again what failed in one that is over.")
public final class RetryCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Option(
      names = "--from",
      paramLabel = "STEP",
      description = "The first step to do again; by default the one that failed.")
  Optional<String> from = Optional.empty();

  private final Environment environment;

  RetryCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    ForkRequest request = from.map(ForkRequest::from).orElseGet(ForkRequest::fromFailure);
    return new OldRun(environment, global, run.id(), answers)
        .goOn(
            (coordinator, known, place, person) ->
                coordinator.fork(known.id(), place, person.map(request::asking).orElse(request)));
  }
}
