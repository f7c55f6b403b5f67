package io.kirolinter.cli.command;

import io.kirolinter.cli.wiring.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with a run whose process was lost. */
@Command(name = "resume", description = "Go on with a run after its last step that ended.")
final class ResumeCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Mixin RunParameter run = new RunParameter();

  private final Environment environment;

  ResumeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    return new OldRun(environment, global, run.id)
        .goOn(
            (coordinator, known, place, person) ->
                person.isPresent()
                    ? coordinator.resume(known.id(), place, person.get())
                    : coordinator.resume(known.id(), place));
  }
}
