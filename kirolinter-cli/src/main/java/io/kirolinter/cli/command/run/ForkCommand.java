package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.AnswerOptions;
import io.kirolinter.cli.option.ForkOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.workflow.coordinator.ForkRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on from a step of an old run, as a new run, with other options where wanted. */
@Command(
    name = "fork",
    description =
        "Start a new run that goes on from a step of an old one; what came before is taken over.")
public final class ForkCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Option(
      names = "--from",
      paramLabel = "STEP",
      required = true,
      description = "The first step that the new run does itself.")
  String from = "";

  @Mixin ForkOptions changes = new ForkOptions();

  private final Environment environment;

  ForkCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    return new OldRun(environment, global, run.id(), answers)
        .goOn(
            (coordinator, known, place, person) -> {
              ForkRequest request =
                  ForkRequest.from(from).withOptions(changes.in(known.plan(), from));
              return coordinator.fork(
                  known.id(), place, person.map(request::asking).orElse(request));
            });
  }
}
