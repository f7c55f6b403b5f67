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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All experiments in one slot: a hash for each plan, a list for its results. */
final class RedisExperimentStore implements ExperimentStore {

  private static final int FIELDS = 4;

  private final RedisLink link;
  private final String writer;

  RedisExperimentStore(RedisLink link, String writer) {
    this.link = link;
    this.writer = writer;
  }

  @Override
  public boolean create(StoredExperiment experiment) {
    if (experiment.status().isFinal() || experiment.results() > 0) {
      throw new IllegalArgumentException(
          "an experiment begins without results, '%s' has %d and is %s"
              .formatted(experiment.id(), experiment.results(), experiment.status().label()));
    }
    String id = experiment.id();
    List<@Nullable Object> there =
        link.run(
            "write an experiment to",
            Script.EXPERIMENT_CREATE,
            List.of(Keys.experiment(id), Keys.EXPERIMENTS, Keys.experimentResults(id)),
            Json.write(experiment),
            TimeText.of(experiment.createdAt()) + id);
    return experiment(there).filter(experiment::equals).isPresent();
  }

  @Override
  public boolean append(String id, int number, String json) {
    return answers("there", "write a result to", Script.EXPERIMENT_APPEND, id, number, json);
  }

  @Override
  public boolean end(String id, int results, ExperimentStatus how, Instant at) {
    if (!how.isFinal()) {
      throw new IllegalArgumentException("an experiment does not end as " + how);
    }
    String call = writer + "-" + link.nextCall();
    return answers(
        "ended", "end an experiment in", Script.EXPERIMENT_END, id, results, how.name(), at, call);
  }

  @Override
  public Optional<StoredExperiment> find(String id) {
    return read(List.of(id)).stream().findFirst();
  }

  @Override
  public List<String> results(String id) {
    return link.run("read results from", Script.LIST, List.of(Keys.experimentResults(id))).stream()
        .map(String::valueOf)
        .toList();
  }

  @Override
  public List<StoredExperiment> list(ExperimentQuery query) {
    List<StoredExperiment> found = new ArrayList<>();
    new Pages(link, "list the experiments of", Keys.EXPERIMENTS)
        .read(
            query.limit(),
            page -> {
              List<String> ids =
                  page.stream().map(entry -> entry.substring(TimeText.LENGTH)).toList();
              read(ids).stream()
                  .filter(experiment -> fits(query, experiment))
                  .limit(query.limit() - (long) found.size())
                  .forEach(found::add);
              return found.size() < query.limit();
            });
    return found;
  }

  @Override
  public boolean delete(String id) {
    List<String> keys = List.of(Keys.experiment(id), Keys.EXPERIMENTS, Keys.experimentResults(id));
    return "deleted"
        .equals(link.run("delete an experiment of", Script.EXPERIMENT_DELETE, keys).get(0));
  }

  private List<StoredExperiment> read(List<String> ids) {
    List<String> keys =
        ids.stream()
            .flatMap(id -> Stream.of(Keys.experiment(id), Keys.experimentResults(id)))
            .toList();
    List<@Nullable Object> answer = link.run("read experiments from", Script.EXPERIMENTS, keys);
    List<StoredExperiment> found = new ArrayList<>();
    for (int i = 0; i < answer.size(); i += FIELDS) {
      experiment(answer.subList(i, i + FIELDS)).ifPresent(found::add);
    }
    return found;
  }

  private boolean answers(
      String wanted, String action, Script script, String id, Object... arguments) {
    List<String> keys = List.of(Keys.experiment(id), Keys.experimentResults(id));
    return wanted.equals(link.run(action, script, keys, arguments).get(0));
  }

  /** The plan as it was written, with what has come to it since. */
  private static Optional<StoredExperiment> experiment(List<@Nullable Object> fields) {
    Object plan = fields.get(0);
    if (plan == null) {
      return Optional.empty();
    }
    StoredExperiment planned = Json.read(plan.toString(), StoredExperiment.class);
    return Optional.of(
        new StoredExperiment(
            planned.id(),
            planned.repository(),
            planned.kind(),
            planned.version(),
            planned.plan(),
            planned.createdAt(),
            ExperimentStatus.valueOf(String.valueOf(fields.get(1))),
            Optional.ofNullable(fields.get(2)).map(end -> Instant.parse(end.toString())),
            Integer.parseInt(String.valueOf(fields.get(3)))));
  }

  private static boolean fits(ExperimentQuery query, StoredExperiment experiment) {
    return query.repository().map(experiment.repository()::equals).orElse(true)
        && (query.statuses().isEmpty() || query.statuses().contains(experiment.status()));
  }
}
