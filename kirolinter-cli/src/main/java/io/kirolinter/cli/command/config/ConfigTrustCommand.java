package io.kirolinter.cli.command.config;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.RepositoryOption;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.settings.NotifyEntry;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.trust.TrustedCommand;
import io.kirolinter.core.trust.TrustedCommands;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets the command that a repository brings along run, or no more. */
@Command(
    name = "trust",
    description =
        "Let the verify command and the notify channels of .kirolinter.yaml be used, as they are now.")
final class ConfigTrustCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin RepositoryOption repository = new RepositoryOption();

  @Option(names = "--revoke", description = "Trust no command of this repository any more.")
  boolean revoke;

  @Option(names = "--list", description = "Only list all trusted commands.")
  boolean list;

  private final Environment environment;

  ConfigTrustCommand(Environment environment) {
    this.environment = environment;
  }

  private record Trusted(List<TrustedCommand> trusted) {}

  @Override
  public Integer call() {
    TrustedCommands commands = TrustedCommands.in(Wiring.home(environment));
    if (!list) {
      change(commands, Wiring.repository(environment, repository.path()));
    }
    List<TrustedCommand> all = commands.all();
    Results.print(environment.out(), global.format(), () -> new Trusted(all), () -> text(all));
    return ExitCode.DONE;
  }

  private void change(TrustedCommands commands, Repository place) {
    if (revoke) {
      commands.revoke(place.id());
      return;
    }
    List<String> brought = brought(EffectiveSettings.onDisk(environment, place).ofRepository());
    if (brought.isEmpty()) {
      throw nothingToTrust(place);
    }
    brought.forEach(
        text ->
            commands.trust(new TrustedCommand(place.id(), text, environment.clock().instant())));
  }

  /** The verify command, and the ways to tell people outside this machine. */
  private static List<String> brought(Settings settings) {
    return Stream.concat(
            settings.verify().stream(),
            settings.notices().stream()
                .filter(entry -> entry.channel().isOutside())
                .map(NotifyEntry::text))
        .toList();
  }

  private static InvalidRequestException nothingToTrust(Repository place) {
    return new InvalidRequestException(
        ErrorMessage.cannot("trust", "repository", place.location().toString())
            .found("it brings no command along, and no channel")
            .expected(
                "the key 'verify', or 'notify' with a channel to the outside, in "
                    + Settings.REPOSITORY_FILE)
            .remedy("A command of your own needs no trust: --verify CMD."));
  }

  private static String text(List<TrustedCommand> all) {
    return all.isEmpty()
        ? "No command of any repository is trusted.%n".formatted()
        : all.stream()
            .map(one -> "%s  '%s'%n".formatted(one.repository().value(), one.command()))
            .collect(Collectors.joining("", "Trusted:%n".formatted(), ""));
  }
}
