package io.kirolinter.cli.command.config;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.core.settings.SettingsSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints what a settings file may hold. */
@Command(
    name = "schema",
    description = "Print the JSON schema of settings files, for editors and other tools.")
final class ConfigSchemaCommand implements Callable<Integer> {

  private final Environment environment;

  ConfigSchemaCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.out().print(SettingsSchema.json());
    environment.out().flush();
    return ExitCode.DONE;
  }
}
