package io.kirolinter.cli.command;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.Extensions;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.ParameterErrors;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.error.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs commands, and turns every way in which they can end into an exit code. */
public final class CommandLines {

  /** Options that an environment variable gives a default. */
  private static final Map<String, String> FROM_ENVIRONMENT =
      Map.of(
          "--memory", "KIROLINTER_MEMORY",
          "--on-decline", "KIROLINTER_ON_DECLINE",
          "--keep", "KIROLINTER_KEEP",
          "--keep-runs", "KIROLINTER_KEEP_RUNS");

  private CommandLines() {}

  /** {@return the exit code; results and errors were written to the environment's streams} */
  public static int execute(Environment environment, String... args) {
    AtomicReference<Optional<Path>> plugins = new AtomicReference<>(Optional.empty());
    Environment own = environment.withPlugins(plugins::get);
    try (Extensions extensions = own.extensions()) {
      CommandLine commandLine = of(own, args);
      if (List.of(args).contains("--no-color")) {
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
      }
      commandLine.setExecutionStrategy(
          parsed -> {
            plugins.set(pluginsNamedIn(parsed));
            return new CommandLine.RunLast().execute(parsed);
          });
      return commandLine.execute(args);
    }
  }

  /** The commands were made with their environment before these words were read. */
  private static Optional<Path> pluginsNamedIn(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.matchedOptionValue("--plugins", Optional.empty());
  }

  static CommandLine of(Environment environment, String... args) {
    CommandLine commandLine = new Subcommands(environment).commandLine(List.of(args));
    commandLine.setOut(environment.out());
    commandLine.setErr(environment.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setAbbreviatedOptionsAllowed(false);
    commandLine.setDefaultValueProvider(argument -> defaultOf(argument, environment));
    commandLine.setParameterExceptionHandler((error, any) -> refuse(error, environment));
    commandLine.setExecutionExceptionHandler(
        (error, failed, parsed) -> report(error, failed, environment));
    return commandLine;
  }

  /** {@return the default that comes from the environment; null where there is none} */
  private static @Nullable String defaultOf(ArgSpec argument, Environment environment) {
    String option = argument instanceof OptionSpec named ? named.names()[0] : "";
    String variable = FROM_ENVIRONMENT.getOrDefault(option, "");
    String chosen = environment.variables().getOrDefault(variable, "");
    return chosen.isBlank() ? null : chosen;
  }

  private static int refuse(ParameterException error, Environment environment) {
    environment.err().println(ParameterErrors.textOf(error));
    environment.flush();
    return ExitCode.WRONG_REQUEST;
  }

  private static int report(Exception error, CommandLine failed, Environment environment) {
    if (error instanceof CancellationException) {
      environment.err().println("Interrupted; nothing was changed.");
      environment.flush();
      return ExitCode.INTERRUPTED;
    }
    boolean verbose = failed.getParseResult().hasMatchedOption("--verbose");
    environment.err().println(textOf(error, failed));
    if (verbose) {
      error.printStackTrace(environment.err());
    }
    environment.flush();
    return exitCodeOf(error);
  }

  private static String textOf(Exception error, CommandLine failed) {
    return error instanceof KiroLinterException
        ? String.valueOf(error.getMessage())
        : ErrorMessage.cannot("run", "command", failed.getCommandSpec().qualifiedName())
            .found("a fault of the program (%s)".formatted(error))
            .expected("none")
            .remedy("Run it again with --verbose to see where, and report that.")
            .text();
  }

  private static int exitCodeOf(Exception error) {
    if (error instanceof InvalidRequestException) {
      return ExitCode.WRONG_REQUEST;
    }
    return error instanceof StoreException ? ExitCode.STORE_UNREACHABLE : ExitCode.WORK_FAILED;
  }
}
