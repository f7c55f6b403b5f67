package io.kirolinter.core.store.redis;

import com.google.common.collect.Lists;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was learned of each repository, in its slot: a sorted set for each kind of observation, one
 * hash for the counters. All of it is kept for 90 days after the last addition, what is lasting
 * until somebody deletes it.
 */
final class RedisPatternMemory implements PatternMemory {

  private static final Duration RETENTION = Duration.ofDays(90);

  /** For longer than the client repeats a call. */
  private static final Duration REPETITION = Duration.ofMinutes(5);

  private static final int POSITION_LENGTH = 16;
  private static final int MOST_AT_ONCE = 1_000;
  private static final String READING = "read observations from";

  private final RedisLink link;
  private final KnownRepositories repositories;
  private final String writer;
  private final InstantSource clock;

  RedisPatternMemory(RedisLink link, String writer, InstantSource clock) {
    this.link = link;
    repositories = new KnownRepositories(link);
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public void observe(RepositoryId repository, String key, Collection<Observation> observations) {
    repositories.add(repository);
    Keys keys = Keys.of(repository);
    List<Object> values = new ArrayList<>();
    values.add(keys.pattern());
    values.add(RETENTION.toMillis());
    values.add(key);
    values.add(TimeText.score(clock.instant()));
    for (Observation observation : observations) {
      values.add(observation.kind());
      values.add(TimeText.of(observation.at()));
      values.add(Json.write(observation));
    }
    link.run(
        "write observations to",
        Script.OBSERVE,
        List.of(keys.observed(), keys.kinds(), keys.position(), keys.counters()),
        values.toArray());
  }

  @Override
  public List<Observation> observations(RepositoryId repository, String kind, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + limit);
    }
    List<Observation> found = new ArrayList<>();
    new Pages(link, READING, Keys.of(repository).pattern(kind))
        .read(
            limit,
            page -> {
              page.stream()
                  .limit(limit - found.size())
                  .map(RedisPatternMemory::observation)
                  .forEach(found::add);
              return found.size() < limit;
            });
    return found;
  }

  @Override
  public List<Pattern> patterns(
      RepositoryId repository, String kind, Duration halfLife, Instant now) {
    if (halfLife.isNegative() || halfLife.isZero()) {
      throw new IllegalArgumentException("halfLife must be > 0, was " + halfLife);
    }
    Decay decay = new Decay(kind, halfLife, now);
    new Pages(link, READING, Keys.of(repository).pattern(kind))
        .read(
            Integer.MAX_VALUE,
            page -> {
              page.stream().map(RedisPatternMemory::observation).forEach(decay::add);
              return true;
            });
    return decay.patterns();
  }

  @Override
  public long increment(RepositoryId repository, String counter, long by) {
    repositories.add(repository);
    Keys keys = Keys.of(repository);
    return number(
        link.run(
            "count in",
            Script.INCREMENT,
            List.of(
                keys.counters(),
                keys.call(writer + "-" + link.nextCall()),
                keys.observed(),
                keys.kinds(),
                keys.position()),
            keys.pattern(),
            RETENTION.toMillis(),
            counter,
            by,
            REPETITION.toMillis()));
  }

  @Override
  public long counter(RepositoryId repository, String counter) {
    return number(
        link.run(
            "read a counter from",
            Script.FIELDS,
            List.of(Keys.of(repository).counters()),
            counter));
  }

  @Override
  public int forgetBefore(RepositoryId repository, Instant oldest) {
    Keys keys = Keys.of(repository);
    return Math.toIntExact(
        number(
            link.run(
                "delete observations of",
                Script.FORGET_BEFORE,
                List.of(keys.observed(), keys.kinds()),
                keys.pattern(),
                TimeText.score(oldest),
                TimeText.of(oldest))));
  }

  @Override
  public int forgetBeyond(RepositoryId repository, int keep) {
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be >= 1, was " + keep);
    }
    Keys keys = Keys.of(repository);
    return Math.toIntExact(
        number(
            link.run(
                "delete observations of",
                Script.FORGET_BEYOND,
                List.of(keys.kinds()),
                keys.pattern(),
                keep)));
  }

  @Override
  public int forgetIf(RepositoryId repository, String kind, Predicate<Observation> unwanted) {
    Keys keys = Keys.of(repository);
    List<Object> members = new ArrayList<>();
    new Pages(link, READING, keys.pattern(kind))
        .read(
            Integer.MAX_VALUE,
            page -> {
              page.stream().filter(one -> unwanted.test(observation(one))).forEach(members::add);
              return true;
            });
    int deleted = 0;
    for (List<Object> some : Lists.partition(members, MOST_AT_ONCE)) {
      deleted +=
          Math.toIntExact(
              number(
                  link.run(
                      "delete observations of",
                      Script.FORGET_MEMBERS,
                      List.of(keys.pattern(kind), keys.kinds()),
                      Stream.concat(Stream.of(kind), some.stream()).toArray())));
    }
    return deleted;
  }

  @Override
  public Set<RepositoryId> repositories() {
    return repositories.list();
  }

  @Override
  public void forget(RepositoryId repository) {
    Keys keys = Keys.of(repository);
    link.run(
        "delete memories of",
        Script.FORGET,
        List.of(keys.observed(), keys.kinds(), keys.position(), keys.counters()),
        keys.pattern());
  }

  private static long number(List<?> answer) {
    Object value = answer.get(0);
    return value == null ? 0 : Long.parseLong(value.toString());
  }

  private static Observation observation(String member) {
    return Json.read(member.substring(TimeText.LENGTH + POSITION_LENGTH), Observation.class);
  }
}
