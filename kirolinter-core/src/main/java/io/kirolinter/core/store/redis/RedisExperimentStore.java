package io.kirolinter.core.store.redis;

import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All experiments in one slot: there are few, and each is a hash and the list of its results. */
final class RedisExperimentStore implements ExperimentStore {

  /** How many values the server gives for one experiment. */
  private static final int VALUES = 4;

  private final RedisLink link;
  private final String writer;

  RedisExperimentStore(RedisLink link, String writer) {
    this.link = link;
    this.writer = writer;
  }

  @Override
  public boolean create(StoredExperiment experiment) {
    if (experiment.results() > 0 || experiment.status().isFinal()) {
      throw new IllegalArgumentException(
          "an experiment is created before its first result, was " + experiment);
    }
    String id = experiment.id();
    List<@Nullable Object> there =
        link.run(
            "write an experiment to",
            Script.EXPERIMENT_CREATE,
            List.of(Keys.experiment(id), Keys.results(id), Keys.EXPERIMENTS),
            Json.write(experiment),
            experiment.status().name(),
            TimeText.of(experiment.createdAt()) + id);
    return experiments(there).equals(List.of(experiment));
  }

  @Override
  public boolean append(String id, int number, String json) {
    return "there"
        .equals(
            link.run(
                    "write a result to",
                    Script.EXPERIMENT_APPEND,
                    List.of(Keys.experiment(id), Keys.results(id)),
                    number,
                    json,
                    ExperimentStatus.RUNNING.name())
                .get(0));
  }

  @Override
  public boolean end(String id, int results, ExperimentStatus how, Instant at) {
    if (!how.isFinal()) {
      throw new IllegalArgumentException("how must be final, was " + how);
    }
    return "ended"
        .equals(
            link.run(
                    "end an experiment in",
                    Script.EXPERIMENT_END,
                    List.of(Keys.experiment(id), Keys.results(id)),
                    results,
                    how.name(),
                    at,
                    ExperimentStatus.RUNNING.name(),
                    writer + "-" + link.nextCall())
                .get(0));
  }

  @Override
  public Optional<StoredExperiment> find(String id) {
    return found(List.of(id)).stream().findFirst();
  }

  @Override
  public List<String> results(String id) {
    return link.run("read results from", Script.ELEMENTS, List.of(Keys.results(id))).stream()
        .map(String::valueOf)
        .toList();
  }

  @Override
  public List<StoredExperiment> list(ExperimentQuery query) {
    List<StoredExperiment> wanted = new ArrayList<>();
    new Pages(link, "list the experiments of", Keys.EXPERIMENTS)
        .read(
            query.limit(),
            page -> {
              List<String> ids =
                  page.stream().map(entry -> entry.substring(TimeText.LENGTH)).toList();
              found(ids).stream()
                  .filter(one -> fits(query, one))
                  .limit(query.limit() - wanted.size())
                  .forEach(wanted::add);
              return wanted.size() < query.limit();
            });
    return List.copyOf(wanted);
  }

  @Override
  public boolean delete(String id) {
    return "deleted"
        .equals(
            link.run(
                    "delete an experiment of",
                    Script.EXPERIMENT_DELETE,
                    List.of(Keys.experiment(id), Keys.results(id), Keys.EXPERIMENTS))
                .get(0));
  }

  private static boolean fits(ExperimentQuery query, StoredExperiment experiment) {
    return query.repository().map(experiment.repository()::equals).orElse(true)
        && (query.statuses().isEmpty() || query.statuses().contains(experiment.status()));
  }

  private List<StoredExperiment> found(List<String> ids) {
    List<String> keys = new ArrayList<>();
    for (String id : ids) {
      keys.add(Keys.experiment(id));
      keys.add(Keys.results(id));
    }
    return experiments(link.run("read experiments from", Script.EXPERIMENTS, keys));
  }

  /** One that is not there is left out. */
  private static List<StoredExperiment> experiments(List<@Nullable Object> values) {
    List<StoredExperiment> experiments = new ArrayList<>();
    for (int i = 0; i < values.size(); i += VALUES) {
      Object json = values.get(i);
      if (json != null) {
        experiments.add(
            experiment(
                Json.read(json.toString(), StoredExperiment.class),
                ExperimentStatus.valueOf(String.valueOf(values.get(i + 1))),
                Optional.ofNullable(values.get(i + 2)).map(end -> Instant.parse(end.toString())),
                Integer.parseInt(String.valueOf(values.get(i + 3)))));
      }
    }
    return experiments;
  }

  private static StoredExperiment experiment(
      StoredExperiment planned, ExperimentStatus status, Optional<Instant> ended, int results) {
    return new StoredExperiment(
        planned.id(),
        planned.repository(),
        planned.kind(),
        planned.version(),
        planned.plan(),
        planned.createdAt(),
        status,
        ended,
        results);
  }
}
