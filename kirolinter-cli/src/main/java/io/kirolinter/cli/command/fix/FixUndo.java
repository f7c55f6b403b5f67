package io.kirolinter.cli.command.fix;

import io.kirolinter.agents.fix.apply.FixHistory;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.wiring.CodeReviews;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes back what {@code fix} wrote.
 *
 * @param path a file or folder of the repository in which it wrote
 */
record FixUndo(Environment environment, GlobalOptions global, Path path) {

  /** In place of a name. */
  static final String LAST = "last";

  private record Undone(RunId fixId, List<SourcePath> files) {}

  /** {@return the exit code} */
  int undo(String wanted) {
    Repository repository = CodeReviews.of(environment, path).repository();
    try (Wiring wiring = Wiring.open(environment, global.memory());
        FixHistory history = wiring.fixHistory(repository)) {
      RunId id = wanted.equals(LAST) ? history.newest().id() : idOf(wanted);
      List<SourcePath> restored = history.undo(Optional.of(id));
      Results.print(
          environment.out(),
          global.format(),
          () -> new Undone(id, restored),
          () -> text(id, restored));
      return ExitCode.DONE;
    }
  }

  private static String text(RunId id, List<SourcePath> restored) {
    if (restored.isEmpty()) {
      return "%s: nothing to restore; all files are as they were.%n".formatted(id);
    }
    String files = restored.stream().map("  %s%n"::formatted).collect(Collectors.joining());
    return "%s: restored, byte for byte:%n%s".formatted(id, files);
  }

  private static RunId idOf(String text) {
    try {
      return RunId.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("take back", "fixes", text)
              .found("that is no name of fixes")
              .expected("a name that 'kirolinter fix' has printed, or none for the last")
              .remedy("A path stands in front: kirolinter fix PATH --undo."),
          e);
    }
  }
}
