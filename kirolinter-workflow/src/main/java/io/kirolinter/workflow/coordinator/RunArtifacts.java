package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.condition.Artifacts;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.StoredArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the steps of one run produced: what this process saw, as it was; what another one left, read
 * from the journal when it is asked for. Safe for use by many threads.
 */
final class RunArtifacts implements Artifacts {

  private final Map<String, String> stored = new ConcurrentHashMap<>();
  private final Map<ArtifactType<?>, Artifact> live = new ConcurrentHashMap<>();

  RunArtifacts(List<StoredArtifact> left) {
    left.forEach(this::keep);
  }

  /** Adds what another run produced, to be read when it is asked for. */
  void keep(StoredArtifact artifact) {
    stored.put(artifact.type(), artifact.json());
  }

  @Override
  public <T extends Artifact> Optional<T> find(ArtifactType<T> type) {
    Artifact known = live.get(type);
    if (known == null && stored.containsKey(type.name())) {
      known = live.computeIfAbsent(type, this::read);
    }
    return Optional.ofNullable(known).map(type.type()::cast);
  }

  void add(ArtifactType<?> type, Artifact artifact) {
    live.put(type, artifact);
  }

  private Artifact read(ArtifactType<?> type) {
    return Json.read(stored.getOrDefault(type.name(), ""), type.type());
  }
}
