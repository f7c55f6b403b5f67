package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.wiring.Environment;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class GlobalOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default) or json; json prints exactly one document.")
  Format format = Format.TEXT;

  @Option(
      names = "--memory",
      paramLabel = "ADDRESS",
      description =
          "Where runs and patterns are kept: embedded (the default, unless KIROLINTER_MEMORY names "
              + "another).")
  String memory = "embedded";

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show where an error comes from.")
  boolean verbose;

  @Option(names = "--no-color", description = "No colours.")
  boolean noColor;

  /** {@return how progress is shown: live to a person, else plain} */
  ProgressLines.LineStyle lineStyle(Environment environment) {
    if (quiet) {
      return ProgressLines.LineStyle.QUIET;
    }
    return environment.terminal() == Environment.Terminal.PRESENT
        ? ProgressLines.LineStyle.LIVE
        : ProgressLines.LineStyle.PLAIN;
  }
}
