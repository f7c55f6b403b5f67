package io.kirolinter.core.store.redis;

import static io.kirolinter.core.store.redis.QueueKeys.ENTRIES;
import static io.kirolinter.core.store.redis.QueueKeys.FRONTS;
import static io.kirolinter.core.store.redis.QueueKeys.HELD;
import static io.kirolinter.core.store.redis.QueueKeys.PARKED;
import static io.kirolinter.core.store.redis.QueueKeys.STREAM;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.core.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queue as a stream with one consumer group. Of each repository one run at a time is in the
 * stream, so that its order is the turns of the repositories; the runs behind it stand in a list.
 * How long a worker was silent is known by the server's clock, until when a repository waits by
 * that of the worker that gave it back.
 */
final class RedisWorkQueue implements WorkQueue {

  /**
   * A run as it is kept.
   *
   * @param version of this form
   * @param call which call put it here, so that a call that is repeated knows its own answer
   */
  record Entry(int version, RunId run, RepositoryId repository, int refusals, String call) {}

  private static final int VERSION = 1;
  private static final String GROUP = "workers";

  /** The client gives up long before. */
  private static final Duration REPETITION = Duration.ofMinutes(1);

  /** The server is asked to forget workers that were not heard of for this long. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final RedisLink link;
  private final String writer;
  private final InstantSource clock;

  RedisWorkQueue(RedisLink link, String writer, InstantSource clock) {
    this.link = link;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public boolean offer(RunId run, RepositoryId repository) {
    String body = Json.write(new Entry(VERSION, run, repository, 0, nextCall()));
    List<String> keys = List.of(ENTRIES, FRONTS, QueueKeys.line(repository), STREAM);
    return first(link.run("queue a run in", Script.QUEUE_OFFER, keys, run, repository, body))
        .equals(body);
  }

  @Override
  public Optional<Delivery> take(String worker, Duration idle) {
    List<@Nullable Object> answer =
        link.run(
            "take a run of",
            Script.QUEUE_TAKE,
            List.of(STREAM, ENTRIES, PARKED, HELD, QueueKeys.call(nextCall())),
            GROUP,
            worker,
            idle.toMillis(),
            clock.millis(),
            REPETITION.toMillis(),
            FORGOTTEN.toMillis());
    return answer.isEmpty() ? Optional.empty() : Optional.of(delivery(worker, answer));
  }

  @Override
  public boolean extend(Delivery delivery) {
    return isHeld(
        link.run(
            "extend a delivery in",
            Script.QUEUE_EXTEND,
            List.of(STREAM, HELD),
            GROUP,
            delivery.worker(),
            delivery.run(),
            delivery.token()));
  }

  @Override
  public boolean acknowledge(Delivery delivery) {
    String line = QueueKeys.line(delivery.repository());
    return isHeld(
        link.run(
            "take a run out of the queue of",
            Script.QUEUE_ACKNOWLEDGE,
            List.of(STREAM, ENTRIES, FRONTS, line, HELD, QueueKeys.call(nextCall())),
            GROUP,
            delivery.run(),
            delivery.token(),
            delivery.repository(),
            REPETITION.toMillis()));
  }

  @Override
  public boolean giveBack(Delivery delivery, Instant notBefore) {
    String call = nextCall();
    return isHeld(
        link.run(
            "give back a run to",
            Script.QUEUE_RETURN,
            List.of(STREAM, ENTRIES, PARKED, HELD, QueueKeys.call(call)),
            GROUP,
            delivery.run(),
            delivery.token(),
            body(delivery, call),
            notBefore.toEpochMilli(),
            clock.millis(),
            REPETITION.toMillis()));
  }

  @Override
  public boolean contains(RunId run) {
    return link.run("look at the queue of", Script.FIELDS, List.of(ENTRIES), run).get(0) != null;
  }

  private static Delivery delivery(String worker, List<@Nullable Object> answer) {
    Entry entry = Json.read(String.valueOf(answer.get(1)), Entry.class);
    long token = Long.parseLong(first(answer));
    return new Delivery(entry.run(), entry.repository(), worker, token, entry.refusals());
  }

  private static String body(Delivery delivery, String call) {
    return Json.write(
        new Entry(VERSION, delivery.run(), delivery.repository(), delivery.refusals(), call));
  }

  private String nextCall() {
    return writer + "-" + link.nextCall();
  }

  private static boolean isHeld(List<@Nullable Object> answer) {
    return first(answer).equals("held");
  }

  private static String first(List<@Nullable Object> answer) {
    return String.valueOf(answer.get(0));
  }
}
