package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template that is run on a repository again and again.
 *
 * @param id the same for the same repository and template, so that adding a job again replaces it
 * @param location where the repository is
 * @param schedule when it fires
 * @param state how far it is
 */
public record Job(
    String id,
    RepositoryId repository,
    String location,
    String template,
    RunOptions options,
    Schedule schedule,
    JobState state) {

  public Job {
    requireNonNull(id, "id");
    requireNonNull(repository, "repository");
    requireNonNull(location, "location");
    requireNonNull(template, "template");
    requireNonNull(options, "options");
    requireNonNull(schedule, "schedule");
    requireNonNull(state, "state");
  }

  /** Reads a job as it is kept; the first release had an interval and its next time at the top. */
  @JsonCreator
  static Job kept(
      @JsonProperty("id") String id,
      @JsonProperty("repository") RepositoryId repository,
      @JsonProperty("location") String location,
      @JsonProperty("template") String template,
      @JsonProperty("options") RunOptions options,
      @JsonProperty("schedule") @Nullable Schedule schedule,
      @JsonProperty("state") @Nullable JobState state,
      @JsonProperty("interval") @Nullable Duration interval,
      @JsonProperty("nextDue") @Nullable Instant nextDue) {
    return new Job(
        id,
        repository,
        location,
        template,
        options,
        schedule == null ? Schedule.every(requireNonNull(interval, "interval")) : schedule,
        state == null ? JobState.dueAt(Optional.of(requireNonNull(nextDue, "nextDue"))) : state);
  }

  /** {@return the id of the job for a repository and template} */
  public static String idFor(RepositoryId repository, String template) {
    return template + "@" + repository;
  }

  public Job withState(JobState next) {
    return new Job(id, repository, location, template, options, schedule, next);
  }
}
