package io.kirolinter.core.experience;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The habits of a repository, as they were seen last, in its memory.
 *
 * @param seenIn the commit whose files were looked at
 * @param files at how many files
 * @param at when
 */
public record Habits(List<Habit> list, CommitId seenIn, int files, Instant at) {

  static final String HABITS = PatternMemory.LASTING + "habits";

  public Habits {
    list = List.copyOf(list);
  }

  /** {@return those of a repository; empty if nobody has looked yet} */
  public static Optional<Habits> of(PatternMemory memory, RepositoryId repository) {
    return memory.observations(repository, HABITS, 1).stream().findFirst().flatMap(Habits::read);
  }

  /** Remembers them in place of those that were seen before. */
  public void keep(PatternMemory memory, RepositoryId repository) {
    memory.observe(
        repository,
        "habits/" + seenIn + "/" + at,
        List.of(new Observation(HABITS, "habits", 1, Json.write(this), at)));
    memory.forgetIf(repository, HABITS, one -> one.at().isBefore(at));
  }

  /** {@return the habit of a topic, if suggestions must fit to it} */
  public Optional<Habit> strong(String topic) {
    return list.stream().filter(one -> one.topic().equals(topic) && one.isStrong()).findFirst();
  }

  static int forget(PatternMemory memory, RepositoryId repository) {
    return memory.forgetIf(repository, HABITS, one -> true);
  }

  private static Optional<Habits> read(Observation one) {
    try {
      return Optional.of(Json.read(one.detail(), Habits.class));
    } catch (StoreException e) {
      return Optional.empty(); // of a newer release
    }
  }
}
