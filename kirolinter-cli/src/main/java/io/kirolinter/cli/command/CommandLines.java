package io.kirolinter.cli.command;

import io.kirolinter.cli.wiring.Environment;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.error.StoreException;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs commands, and turns every way in which they can end into an exit code. */
public final class CommandLines {

  private CommandLines() {}

  /** {@return the exit code; results and errors were written to the environment's streams} */
  public static int execute(Environment environment, String... args) {
    CommandLine commandLine = of(environment);
    return commandLine.execute(args);
  }

  static CommandLine of(Environment environment) {
    CommandLine commandLine = new CommandLine(KiroLinterCommand.class, factory(environment));
    commandLine.setOut(environment.out());
    commandLine.setErr(environment.err());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setAbbreviatedOptionsAllowed(false);
    commandLine.setExecutionExceptionHandler(
        (error, failed, parsed) -> report(error, failed, environment));
    return commandLine;
  }

  /** Commands that want the environment take it in their constructor. */
  private static IFactory factory(Environment environment) {
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == Environment.class) {
            return type.cast(constructor.newInstance(environment));
          }
        }
        return CommandLine.defaultFactory().create(type);
      }
    };
  }

  private static int report(Exception error, CommandLine failed, Environment environment) {
    boolean verbose = failed.getParseResult().hasMatchedOption("--verbose");
    environment.err().println(textOf(error));
    if (verbose) {
      error.printStackTrace(environment.err());
    } else if (!(error instanceof KiroLinterException)) {
      environment.err().println("This is a fault of the program; --verbose shows where.");
    }
    environment.flush();
    return exitCodeOf(error);
  }

  private static String textOf(Exception error) {
    return error instanceof KiroLinterException
        ? String.valueOf(error.getMessage())
        : error.toString();
  }

  private static int exitCodeOf(Exception error) {
    if (error instanceof InvalidRequestException) {
      return ExitCode.WRONG_REQUEST;
    }
    return error instanceof StoreException ? ExitCode.STORE_UNREACHABLE : ExitCode.WORK_FAILED;
  }
}
