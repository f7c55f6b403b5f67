package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of runs, and for how long. */
final class RunHistory {

  private final Surroundings around;

  RunHistory(Surroundings around) {
    this.around = around;
  }

  Run status(RunId id) {
    return around
        .journal()
        .find(id)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    ErrorMessage.cannot("find", "run", id.value())
                        .found("there is no such run")
                        .expected("the id of a run in the journal")
                        .remedy("List the runs to see their ids.")));
  }

  <T extends Artifact> Optional<T> artifact(RunId id, ArtifactType<T> type) {
    return new RunArtifacts(around.journal().artifacts(id)).find(type);
  }

  int forgetBefore(Instant oldest) {
    List<Run> old =
        around.journal().list(over()).stream().filter(run -> endedBefore(run, oldest)).toList();
    int forgotten = 0;
    for (Run run : old) {
      deleteFolder(around.folder().resolve(run.id().value()));
      forgotten += around.journal().delete(run.id()) ? 1 : 0;
    }
    return forgotten;
  }

  private static RunQuery over() {
    Set<RunStatus> ended =
        Arrays.stream(RunStatus.values()).filter(RunStatus::isFinal).collect(Collectors.toSet());
    return new RunQuery(Optional.empty(), ended, Integer.MAX_VALUE);
  }

  private static boolean endedBefore(Run run, Instant oldest) {
    return run.state().endedAt().filter(end -> end.isBefore(oldest)).isPresent();
  }

  private static void deleteFolder(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("delete", "folder", folder.toString())
              .found(ErrorText.of(e))
              .remedy("Make it deletable, or delete it by hand."),
          e);
    }
  }
}
