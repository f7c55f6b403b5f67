package io.kirolinter.cli.option;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.value.FormatNames;
import io.kirolinter.cli.option.value.PluginFolderConverter;
import io.kirolinter.cli.output.Format;
import io.kirolinter.cli.output.ProgressLines;
import io.kirolinter.cli.output.TextStyle;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has. */
public final class GlobalOptions {

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  private Format format = Format.TEXT;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = FormatNames.class,
      description =
          "text (the default) or json; json prints exactly one document. analyze also knows sarif "
              + "and html, analytics html.")
  void choose(String name) {
    format = FormatNames.find(name, command);
  }

  @Option(
      names = "--memory",
      paramLabel = "ADDRESS",
      description =
          "Where runs and patterns are kept: embedded (the default, unless KIROLINTER_MEMORY names "
              + "another), redis://HOST, or redis-config:FILE.")
  private String memory = "embedded";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      converter = PluginFolderConverter.class,
      description =
          "A folder of jars that bring steps, analyzers and channels along; without it, plugins in "
              + "the data folder, if it is there.")
  Optional<Path> plugins = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show where an error comes from.")
  boolean verbose;

  @Option(names = "--no-color", description = "No colours.")
  private boolean noColor;

  /** {@return whether the result is coloured: for a person who did not forbid it} */
  public TextStyle textStyle(Environment environment) {
    boolean forbidden =
        noColor
            || !environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
            || environment.variables().getOrDefault("TERM", "").equals("dumb");
    return environment.screen() == Environment.Terminal.PRESENT && !forbidden
        ? TextStyle.COLOURED
        : TextStyle.PLAIN;
  }

  /** {@return how progress is shown: live to a person, else plain} */
  public ProgressLines.LineStyle lineStyle(Environment environment) {
    if (quiet) {
      return ProgressLines.LineStyle.QUIET;
    }
    return environment.terminal() == Environment.Terminal.PRESENT
        ? ProgressLines.LineStyle.LIVE
        : ProgressLines.LineStyle.PLAIN;
  }

  /** {@return how the result is written} */
  public Format format() {
    return format;
  }

  /** {@return where runs and patterns are kept} */
  public String memory() {
    return memory;
  }

  /** {@return whether no progress is shown} */
  public boolean quiet() {
    return quiet;
  }

  /** {@return whether colours are forbidden} */
  public boolean noColor() {
    return noColor;
  }
}
