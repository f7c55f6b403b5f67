package io.kirolinter.core.testing;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.store.ResultCache;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * What a test gives to every attempt of a step.
 *
 * @param awaited what later steps require
 * @param folder that of the run
 */
record Given(
    Map<ArtifactType<?>, Artifact> artifacts,
    Set<ArtifactType<?>> awaited,
    PatternMemory memory,
    ResultCache cache,
    InstantSource clock,
    Path folder,
    Cancellation cancellation) {

  Given {
    artifacts = Map.copyOf(artifacts);
    awaited = Set.copyOf(awaited);
  }
}
