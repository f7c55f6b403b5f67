package io.kirolinter.cli.option;

import io.kirolinter.agents.review.ReviewOptions;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.option.value.AttachedOnly;
import io.kirolinter.cli.option.value.PathGlobConverter;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.source.PathGlob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What an analysis leaves out. */
public final class FilterOptions {

  @Option(
      names = "--changed-only",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = AttachedOnly.class,
      paramLabel = "BASE",
      description = {
        "Only lines changed since this branch or commit was left;",
        "without a name: the default branch, or what is not pushed or committed."
      })
  Optional<String> changedSince = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Hide the findings that this file knows.")
  Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = AttachedOnly.class,
      paramLabel = "FILE",
      description = "Write all findings to a baseline; usually .kirolinter-baseline.json.")
  Optional<Path> writeBaseline = Optional.empty();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      converter = PathGlobConverter.class,
      description = "Leave out files such as '**/legacy/**' or '*Dto.java'; may be repeated.")
  List<PathGlob> exclude = new ArrayList<>();

  public ReviewOptions options(Environment environment) {
    return new ReviewOptions(
        Settings.none().withExclude(exclude),
        Wiring.userSettings(environment),
        baseline.map(environment.folder()::resolve),
        writeBaseline.map(file -> named(file, environment)),
        changedSince,
        environment.extensions().vocabulary());
  }

  /** The empty path stands for the usual file. */
  private static Path named(Path file, Environment environment) {
    return file.toString().isEmpty() ? file : environment.folder().resolve(file).normalize();
  }
}
