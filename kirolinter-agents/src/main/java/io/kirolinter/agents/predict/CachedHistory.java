package io.kirolinter.agents.predict;

import io.kirolinter.agents.git.GitHistory;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.StepContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The features of a commit's history: read once per commit, then taken from the cache. */
final class CachedHistory {

  private static final int COMMITS_PER_UPDATE = 500;

  private final StepContext context;
  private final CommitId commit;
  private final String key;

  CachedHistory(StepContext context, CommitId commit) {
    this.context = context;
    this.commit = commit;
    key = "predict/%d/%d/%s".formatted(HistoryFeatures.VERSION, GitHistory.USUAL_LIMIT, commit);
  }

  HistoryFeatures features() {
    return kept().orElseGet(this::read);
  }

  private Optional<HistoryFeatures> kept() {
    String json = context.cache().get(List.of(key)).get(key);
    try {
      return json == null ? Optional.empty() : Optional.of(Json.read(json, HistoryFeatures.class));
    } catch (StoreException e) {
      return Optional.empty(); // a cache may hold anything; it is written anew
    }
  }

  private HistoryFeatures read() {
    HistoryCollector collector = new HistoryCollector(sources());
    int[] commits = {0};
    GitHistory.of(context.repository(), commit)
        .read(
            entry -> {
              collector.add(entry);
              if (++commits[0] % COMMITS_PER_UPDATE == 0) {
                context.progress().update("commits", commits[0], 0);
              }
            },
            context.cancellation());
    HistoryFeatures features = collector.features();
    context.cache().put(Map.of(key, Json.write(features)));
    return features;
  }

  /** All of them, tests too, so that what is kept does not depend on the scope of a run. */
  private Set<SourcePath> sources() {
    return context.snapshot().files().stream()
        .map(SnapshotFile::path)
        .filter(path -> path.value().endsWith(".java"))
        .collect(Collectors.toSet());
  }
}
