package io.kirolinter.core.store.privacy;

import io.kirolinter.core.experiment.ExperimentQuery;
import io.kirolinter.core.experiment.ExperimentStatus;
import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.experiment.StoredExperiment;
import io.kirolinter.core.memory.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Masks plans and results; the same text is masked alike whenever it is written. */
record PrivateExperiments(ExperimentStore experiments) implements ExperimentStore {

  @Override
  public boolean create(StoredExperiment experiment) {
    return experiments.create(experiment.withPlan(Redaction.ofJson(experiment.plan())));
  }

  @Override
  public boolean append(String id, int number, String json) {
    return experiments.append(id, number, Redaction.ofJson(json));
  }

  @Override
  public boolean end(String id, int results, ExperimentStatus how, Instant at) {
    return experiments.end(id, results, how, at);
  }

  @Override
  public Optional<StoredExperiment> find(String id) {
    return experiments.find(id);
  }

  @Override
  public List<String> results(String id) {
    return experiments.results(id);
  }

  @Override
  public List<StoredExperiment> list(ExperimentQuery query) {
    return experiments.list(query);
  }

  @Override
  public boolean delete(String id) {
    return experiments.delete(id);
  }
}
