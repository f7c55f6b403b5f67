package io.kirolinter.cli.command.run;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.AnswerOptions;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RunParameter;
import io.kirolinter.core.run.RunMode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with a run whose process was lost, or that waits for an answer. */
@Command(name = "resume", description = "Go on with a run after its last step that ended.")
public final class ResumeCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Option(
      names = "--mode",
      description =
          "Let a run that waits or is queued go on in another mode: autonomous, interactive, or "
              + "background for a worker.")
  Optional<RunMode> mode = Optional.empty();

  private final Environment environment;

  ResumeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    return new OldRun(environment, global, run.id(), answers)
        .switchedTo(
            mode,
            (coordinator, known, place, person) ->
                person.isPresent()
                    ? coordinator.resume(known.id(), place, person.get())
                    : coordinator.resume(known.id(), place));
  }
}
