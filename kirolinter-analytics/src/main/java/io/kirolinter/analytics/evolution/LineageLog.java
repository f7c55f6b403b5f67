package io.kirolinter.analytics.evolution;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.source.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The log of a lineage in a store: entries are only added, each at a place of its own. */
final class LineageLog {

  private static final String KIND = "evolution";

  /** Of the form of the log, and of the bets that are made from it. */
  private static final int VERSION = 1;

  private final ExperimentStore store;
  private final RepositoryId repository;
  private final String id;

  LineageLog(ExperimentStore store, RepositoryId repository, String template) {
    this.store = store;
    this.repository = repository;
    this.id = idOf(repository, template);
  }

  /** One for each template of a repository, so that two processes begin the same one. */
  private static String idOf(RepositoryId repository, String template) {
    String both = repository.value() + "\n" + template;
    String hash = ContentHash.of(both.getBytes(StandardCharsets.UTF_8)).value();
    String name = template.toLowerCase(Locale.ROOT).replace('_', '-');
    return "evolve-%s-%s"
        .formatted(name.substring(0, Math.min(40, name.length())), hash.substring(0, 12));
  }

  /** {@return the templates of a repository that have a lineage, the one begun last in front} */
  static List<String> templates(ExperimentStore store, RepositoryId repository) {
    ExperimentQuery all =
        new ExperimentQuery(
            Optional.of(repository), Set.of(ExperimentStatus.RUNNING), Integer.MAX_VALUE);
    return store.list(all).stream()
        .filter(stored -> stored.kind().equals(KIND))
        .map(stored -> Json.read(stored.plan(), LineagePlan.class).template())
        .toList();
  }

  /** Writes the plan down, unless there is one. */
  void begin(LineagePlan plan) {
    var unused =
        store.create(
            StoredExperiment.planned(
                id, repository, KIND, VERSION, Json.write(plan), plan.startedAt()));
  }

  /** {@return the lineage as it is now; empty if it has not begun} */
  Optional<Lineage> read() {
    return store.find(id).map(this::replayed);
  }

  private Lineage replayed(StoredExperiment stored) {
    if (!stored.kind().equals(KIND) || stored.version() > VERSION) {
      throw new StoreException(
          ErrorMessage.cannot("read", "lineage", id)
              .found("it is of the kind %s, version %d".formatted(stored.kind(), stored.version()))
              .expected("%s, version %d or older".formatted(KIND, VERSION))
              .remedy("Read it with the release that wrote it."));
    }
    Lineage lineage = Lineage.empty(Json.read(stored.plan(), LineagePlan.class));
    for (String json : store.results(id)) {
      lineage = lineage.after(Json.read(json, LogEntry.class));
    }
    return lineage;
  }

  /** {@return whether the entry is the next one after those that the lineage was made of} */
  boolean append(Lineage lineage, LogEntry entry) {
    return store.append(id, lineage.entries() + 1, Json.write(entry));
  }
}
