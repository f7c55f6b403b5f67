package io.kirolinter.cli.command;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@Command(
    name = "completion",
    description = "Print a completion script: source <(kirolinter completion bash)")
final class CompletionCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SHELL", description = "bash or zsh, which read the same script; fish.")
  String shell = "";

  @Spec CommandSpec spec = CommandSpec.create();

  private final Environment environment;

  CompletionCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.out().print(script());
    environment.flush();
    return ExitCode.DONE;
  }

  private String script() {
    return switch (shell) {
      case "bash", "zsh" -> AutoComplete.bash("kirolinter", spec.root().commandLine());
      case "fish" -> FishCompletion.of("kirolinter", spec.root());
      default ->
          throw new InvalidRequestException(
              ErrorMessage.cannot("complete", "shell", shell)
                  .found("there is no script for it")
                  .expected("bash, zsh or fish")
                  .remedy("Use one of these shells."));
    };
  }
}
