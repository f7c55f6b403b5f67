package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunOptions;
import java.time.Duration;
import java.time.Instant;

/**
 * A template that is run on a repository again and again.
 *
 * @param id the same for the same repository and template, so that adding a job again replaces it
 * @param interval from one firing to the next; at least one minute
 * @param nextDue when it fires next
 */
public record Job(
    String id,
    RepositoryId repository,
    String location,
    String template,
    RunOptions options,
    Duration interval,
    Instant nextDue) {

  public Job {
    requireNonNull(id, "id");
    requireNonNull(repository, "repository");
    requireNonNull(location, "location");
    requireNonNull(template, "template");
    requireNonNull(options, "options");
    requireNonNull(nextDue, "nextDue");
    if (interval.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("interval must be at least 1 minute, was " + interval);
    }
  }

  /** {@return the id of the job for a repository and template} */
  public static String idFor(RepositoryId repository, String template) {
    return template + "@" + repository;
  }

  /** {@return this job after a firing: due at the first multiple of its interval after now} */
  public Job firedAt(Instant now) {
    long missed = Math.max(0, Duration.between(nextDue, now).dividedBy(interval));
    Instant next = nextDue.plus(interval.multipliedBy(missed + 1));
    return new Job(id, repository, location, template, options, interval, next);
  }
}
