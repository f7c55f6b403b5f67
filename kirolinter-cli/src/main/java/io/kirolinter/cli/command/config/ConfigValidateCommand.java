package io.kirolinter.cli.command.config;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the settings files of a repository and its user. */
@Command(
    name = "validate",
    description =
        "Check .kirolinter.yaml, your own config.yaml and your templates; 2 if one is wrong.")
final class ConfigValidateCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  private final Environment environment;

  ConfigValidateCommand(Environment environment) {
    this.environment = environment;
  }

  private record Validated(List<String> files) {}

  @Override
  public Integer call() {
    Repository place = Wiring.repository(environment, repository.path());
    EffectiveSettings.onDisk(environment, place);
    Wiring.templates(environment).onDisk(place);
    List<String> files =
        Stream.of(
                place.location().resolve(Settings.REPOSITORY_FILE.value()),
                Wiring.home(environment).resolve(Settings.USER_FILE))
            .filter(Files::exists)
            .map(Path::toString)
            .toList();
    Results.print(
        environment.out(), global.format(), () -> new Validated(files), () -> text(files));
    return ExitCode.DONE;
  }

  private static String text(List<String> files) {
    return files.isEmpty()
        ? "There are no settings; 'kirolinter config init' writes some.%n".formatted()
        : files.stream().map("%s is right.%n"::formatted).collect(Collectors.joining());
  }
}
