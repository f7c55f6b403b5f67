package io.kirolinter.cli.command.config;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.SettingRow;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.trust.VerifyChoice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the settings that hold, and where each comes from. */
@Command(name = "show", description = "Show the settings that hold, and where each comes from.")
final class ConfigShowCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  private final Environment environment;

  ConfigShowCommand(Environment environment) {
    this.environment = environment;
  }

  private record Shown(
      RepositoryId repository,
      List<SettingRow> settings,
      Optional<String> verifyCommand,
      Optional<String> notice) {}

  @Override
  public Integer call() {
    EffectiveSettings settings =
        EffectiveSettings.onDisk(environment, Wiring.repository(environment, repository.path()));
    String userFile = settings.home().resolve(Settings.USER_FILE).toString();
    List<SettingRow> rows = SettingRow.of(settings.ofRepository(), settings.ofUser(), userFile);
    VerifyChoice verify = settings.verify(Optional.empty());
    Results.print(
        environment.out(),
        global.format(),
        () -> new Shown(settings.repository(), rows, verify.command(), verify.notice()),
        () -> SettingRow.table(rows) + text(verify));
    return ExitCode.DONE;
  }

  private static String text(VerifyChoice verify) {
    return verify.notice().map("Note: %s%n"::formatted).orElse("");
  }
}
