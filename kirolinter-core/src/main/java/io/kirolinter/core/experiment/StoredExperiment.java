package io.kirolinter.core.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.Optional;

/**
 * An experiment as it is kept: what everybody can know of it, and a plan that only its owner reads.
 *
 * @param id 1 to 64 of {@code a-z}, {@code 0-9} and {@code -}, such as {@code
 *     ab-20261122-181530-4f2ac1}
 * @param repository what it is about; many experiments can be about one
 * @param kind what sort of experiment, kebab-case, such as {@code ab-test}; who owns the kind owns
 *     the meaning of plan and results
 * @param version of the form of plan and results; 1 or more
 * @param plan JSON, written down before the first result and never changed
 * @param endedAt present exactly if the status is final
 * @param results how many results there are; they have the numbers 1 to this
 */
public record StoredExperiment(
    String id,
    RepositoryId repository,
    String kind,
    int version,
    String plan,
    Instant createdAt,
    ExperimentStatus status,
    Optional<Instant> endedAt,
    int results) {

  public StoredExperiment {
    requireNonNull(repository, "repository");
    requireNonNull(plan, "plan");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(endedAt, "endedAt");
    requireForm("id", id, "[a-z0-9-]{1,64}");
    requireForm("kind", kind, "[a-z][a-z0-9]*(-[a-z0-9]+)*");
    requireAtLeast("version", version, 1);
    requireAtLeast("results", results, 0);
    if (status.isFinal() != endedAt.isPresent()) {
      throw new IllegalArgumentException("has an end exactly if it is over, was " + status);
    }
  }

  /** {@return an experiment before its first result} */
  public static StoredExperiment planned(
      String id,
      RepositoryId repository,
      String kind,
      int version,
      String plan,
      Instant createdAt) {
    return new StoredExperiment(
        id,
        repository,
        kind,
        version,
        plan,
        createdAt,
        ExperimentStatus.RUNNING,
        Optional.empty(),
        0);
  }

  public StoredExperiment withPlan(String other) {
    return new StoredExperiment(
        id, repository, kind, version, other, createdAt, status, endedAt, results);
  }

  private static void requireForm(String name, String value, String form) {
    if (!value.matches(form)) {
      throw new IllegalArgumentException("%s must match %s, was '%s'".formatted(name, form, value));
    }
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException("%s must be >= %d, was %d".formatted(name, least, value));
    }
  }
}
