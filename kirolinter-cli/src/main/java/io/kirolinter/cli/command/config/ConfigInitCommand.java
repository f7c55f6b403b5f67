package io.kirolinter.cli.command.config;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a settings file that settles nothing yet, and explains what could be. */
@Command(name = "init", description = "Write a commented .kirolinter.yaml.")
final class ConfigInitCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  private final Environment environment;

  ConfigInitCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (repository.path().isAddress()) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("write", "settings", repository.path().written())
              .found("it is an address")
              .expected("a checkout on this machine")
              .remedy("Clone it, write the file there, and commit it."));
    }
    Path top = Wiring.repository(environment, repository.path()).location();
    Path file = top.resolve(Settings.REPOSITORY_FILE.value());
    write(file);
    Results.print(
        environment.out(),
        global.format(),
        () -> Map.of("file", file.toString()),
        () -> "Wrote %s; every line in it is a comment yet.%n".formatted(file));
    return ExitCode.DONE;
  }

  private static void write(Path file) {
    try (InputStream sample =
        Objects.requireNonNull(ConfigInitCommand.class.getResourceAsStream("sample.yaml"))) {
      Files.write(file, sample.readAllBytes(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("write", "settings", file.toString())
              .found("there is such a file already")
              .expected("a repository without settings")
              .remedy("Edit the file, and check it by 'kirolinter config validate'."),
          e);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("write", "settings", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a folder that can be written to")
              .remedy("Correct its permissions, then try again."),
          e);
    }
  }
}
