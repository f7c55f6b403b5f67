package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.workflow.retention.Retention;
import io.kirolinter.workflow.retention.RetentionPolicy;
import io.kirolinter.workflow.retention.RunsInUse;
import java.time.Duration;
import java.util.Optional;

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

  int forgetOlderThan(Duration keep) {
    return Retention.of(around.stores(), around.clock(), around.folder(), RunsInUse.none())
        .forgetRuns(RetentionPolicy.standard().withAge(keep).withRuns(Integer.MAX_VALUE));
  }
}
