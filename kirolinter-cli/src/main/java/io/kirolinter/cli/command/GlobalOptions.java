package io.kirolinter.cli.command;

import io.kirolinter.cli.output.Format;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
final class GlobalOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "text (the default) or json; json prints exactly one document.")
  Format format = Format.TEXT;

  @Option(
      names = "--memory",
      paramLabel = "ADDRESS",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:KIROLINTER_MEMORY:-embedded}",
      description = "Where runs and patterns are kept: embedded (the default).")
  String memory = "embedded";

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No progress.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show where an error comes from.")
  boolean verbose;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours.")
  boolean noColor;
}
