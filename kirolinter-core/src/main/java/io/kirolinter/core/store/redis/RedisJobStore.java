package io.kirolinter.core.store.redis;

import static java.util.Comparator.comparing;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All jobs in one hash. */
final class RedisJobStore implements JobStore {

  /**
   * A job as it is kept.
   *
   * @param call which call wrote it, so that a call that is repeated knows its own answer
   */
  record Kept(String call, Job job) {}

  private static final List<String> KEYS = List.of(Keys.JOBS);

  private final RedisLink link;
  private final String writer;

  RedisJobStore(RedisLink link, String writer) {
    this.link = link;
    this.writer = writer;
  }

  @Override
  public void put(Job job) {
    link.run("write a job to", Script.PUT, KEYS, job.id(), kept(job));
  }

  @Override
  public List<Job> list() {
    return link.run("list the jobs of", Script.VALUES, KEYS).stream()
        .map(kept -> job(String.valueOf(kept)))
        .sorted(comparing(RedisJobStore::due).thenComparing(Job::id))
        .toList();
  }

  /** Compares values and not their JSON, which another release may have written differently. */
  @Override
  public boolean advance(Job expected, Job next) {
    if (!expected.id().equals(next.id())) {
      throw new IllegalArgumentException(
          "a job keeps its id, was '%s' and '%s'".formatted(expected.id(), next.id()));
    }
    String wanted = kept(next);
    Optional<String> now = first(Script.FIELDS, expected.id());
    while (now.filter(kept -> job(kept).equals(expected)).isPresent()) {
      now = first(Script.REPLACE, expected.id(), now.get(), wanted);
      if (now.filter(wanted::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean remove(String id) {
    return first(Script.REMOVE, id).filter("1"::equals).isPresent();
  }

  /** A job without a time comes last. */
  private static Instant due(Job job) {
    return job.state().nextDue().orElse(Instant.MAX);
  }

  private Optional<String> first(Script script, Object... arguments) {
    return Optional.ofNullable(link.run("change a job in", script, KEYS, arguments).get(0))
        .map(Object::toString);
  }

  private String kept(Job job) {
    return Json.write(new Kept(writer + "-" + link.nextCall(), job));
  }

  private static Job job(String kept) {
    return Json.read(kept, Kept.class).job();
  }
}
