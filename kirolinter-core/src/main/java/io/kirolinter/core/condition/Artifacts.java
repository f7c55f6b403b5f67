package io.kirolinter.core.condition;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import java.util.Optional;

/** What the earlier steps of a run handed on. */
@FunctionalInterface
public interface Artifacts {

  /** {@return what an earlier step produced; empty if none did, or had nothing to do} */
  <T extends Artifact> Optional<T> find(ArtifactType<T> type);
}
