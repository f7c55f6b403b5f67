package io.kirolinter.cli.command.template;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a template of the user's own. */
@Command(
    name = "remove",
    description = "Delete a template that was added; runs that pinned it go on.")
final class TemplatesRemoveCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the template.")
  String name = "";

  private final Environment environment;

  TemplatesRemoveCommand(Environment environment) {
    this.environment = environment;
  }

  private record Removed(String removed) {}

  @Override
  public Integer call() {
    Wiring.templates(environment).remove(name);
    Results.print(
        environment.out(),
        global.format(),
        () -> new Removed(name),
        () -> "Removed template '%s'.%n".formatted(name));
    return ExitCode.DONE;
  }
}
