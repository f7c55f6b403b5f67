package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Instant;
import java.util.Optional;

/** What one attempt of a step came to. */
sealed interface Attempt {

  /** {@return what is handed on, if anything is} */
  default Optional<Product> product() {
    return Optional.empty();
  }

  /** The work is done. */
  record Succeeded(Optional<Product> product, String summary) implements Attempt {}

  /** A part of the work is done, the rest failed for good. */
  record Unfinished(Optional<Product> product, String summary, String error) implements Attempt {}

  /** There was no work. */
  record Idle(String summary) implements Attempt {}

  /** The work is to be done later. */
  record Postponed(Instant notBefore, String summary) implements Attempt {}

  /** The work failed. */
  record Failed(String error, Remedy remedy) implements Attempt {}

  /** An artifact, and how the journal keeps it. */
  record Product(ArtifactType<?> type, Artifact artifact, StoredArtifact stored) {}

  /** What to do about a failed attempt. */
  enum Remedy {
    TRY_AGAIN,
    GIVE_UP
  }
}
