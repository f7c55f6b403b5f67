package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.CuttingProxy;
import io.kirolinter.core.testkit.redis.CuttingProxy.Direction;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import io.kirolinter.core.work.Delivery;
import io.kirolinter.core.work.WorkQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a queue behind a network can get wrong. */
class RedisWorkQueueTest {

  private static final Duration NEVER = Duration.ofDays(1);
  private static RedisServer server;
  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  @BeforeAll
  static void start() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void empty() {
    server.command("FLUSHALL");
  }

  private RedisStores open(int port) {
    return RedisStores.open("redis://127.0.0.1:" + port, clock, notice -> {});
  }

  private static RunId run(int number) {
    return RunId.of("20261122-181530-%06x".formatted(number));
  }

  private static RepositoryId repository(int number) {
    return new RepositoryId("github.com/acme/" + number);
  }

  @Test
  void whatIsSentAgainAfterALostAnswerIsDoneOnce() {
    try (CuttingProxy proxy = CuttingProxy.to(server.port());
        RedisStores stores = open(proxy.port())) {
      WorkQueue queue = stores.queue();
      queue.offer(run(0), REPOSITORY);
      proxy.cutAfter(Direction.TO_CLIENT, 0);
      assertThat(queue.offer(run(1), REPOSITORY)).isTrue();
      proxy.cutAfter(Direction.TO_CLIENT, 0);
      Delivery first = queue.take("ann", NEVER).orElseThrow();
      assertThat(first).isEqualTo(new Delivery(run(0), REPOSITORY, "ann", 1, 0));
      proxy.cutAfter(Direction.TO_CLIENT, 0);
      assertThat(queue.giveBack(first.refused(), clock.instant())).isTrue();
      Delivery second = queue.take("ann", NEVER).orElseThrow();
      assertThat(second).isEqualTo(new Delivery(run(0), REPOSITORY, "ann", 2, 1));
      proxy.cutAfter(Direction.TO_CLIENT, 0);
      assertThat(queue.extend(second)).isTrue();
      proxy.cutAfter(Direction.TO_CLIENT, 0);
      assertThat(queue.acknowledge(second)).isTrue();
      assertThat(proxy.isCutToCome()).isFalse();

      assertThat(queue.take("ann", NEVER).map(Delivery::run)).contains(run(1));
      assertThat(queue.take("ann", NEVER)).isEmpty();
    }
  }

  @Test
  void aWorkerThatWasLostAmongManyIsFoundBehindAllThatLive() throws Exception {
    try (RedisStores stores = open(server.port())) {
      WorkQueue queue = stores.queue();
      for (int i = 0; i < 30; i++) {
        queue.offer(run(i), repository(i));
      }
      List<Delivery> held =
          IntStream.range(0, 30).mapToObj(i -> queue.take("ann", NEVER).orElseThrow()).toList();
      Duration idle = Duration.ofMillis(400);
      await().pollDelay(idle).until(() -> true);
      held.subList(0, 29).forEach(queue::extend);

      Delivery left = queue.take("bob", idle).orElseThrow();

      assertThat(left.run()).isEqualTo(held.get(29).run());
      assertThat(left.token()).isEqualTo(2);
      assertThat(queue.take("bob", NEVER)).isEmpty();
    }
  }

  @Test
  void workersThatWereNotHeardOfForLongAreForgottenUnlessTheyHoldARun() {
    try (RedisStores stores = open(server.port());
        RedisLink link =
            RedisLink.connect(ClientConfig.of(RedisAddress.parse(server.url())), "test")) {
      stores.queue().offer(run(1), REPOSITORY);
      stores.queue().take("holds", NEVER);
      stores.queue().take("idles", NEVER);
      await().pollDelay(Duration.ofMillis(20)).until(() -> true);

      List<String> keys =
          List.of(
              QueueKeys.STREAM,
              QueueKeys.ENTRIES,
              QueueKeys.PARKED,
              QueueKeys.HELD,
              QueueKeys.call("x"));
      link.run("take", Script.QUEUE_TAKE, keys, "workers", "new", 86_400_000, 0, 1000, 5);

      assertThat(server.command("XINFO", "CONSUMERS", QueueKeys.STREAM, "workers"))
          .contains("holds", "new")
          .doesNotContain("idles");
    }
  }

  @Test
  void nothingIsLeftBehindOnceTheQueueIsEmpty() {
    try (RedisStores stores = open(server.port())) {
      WorkQueue queue = stores.queue();
      IntStream.range(0, 20).forEach(i -> queue.offer(run(i), repository(i % 3)));
      for (int i = 0; i < 20; i++) {
        Delivery delivery = queue.take("ann", NEVER).orElseThrow();
        queue.giveBack(delivery, clock.instant().plusMillis(1));
        clock.advance(Duration.ofMillis(1));
        queue.acknowledge(queue.take("ann", NEVER).orElseThrow());
      }
    }

    assertThat(server.command("XLEN", QueueKeys.STREAM)).contains("0");
    assertThat(server.command("KEYS", "kirolinter:all:{queue}:*").lines())
        .allMatch(line -> line.isBlank() || line.contains(":stream") || line.contains(":call:"));
  }

  @Test
  void theQueueSurvivesTheDeathOfTheServer(@TempDir Path data) {
    try (RedisServer kept = RedisServer.start(RedisOptions.plain().keptIn(data))) {
      Delivery before;
      try (RedisStores stores = open(kept.port())) {
        stores.queue().offer(run(1), REPOSITORY);
        stores.queue().offer(run(2), REPOSITORY);
        before = stores.queue().take("ann", NEVER).orElseThrow();
      }
      kept.kill();
      kept.startAgain();

      try (RedisStores stores = open(kept.port())) {
        assertThat(stores.queue().take("bob", NEVER)).isEmpty();
        assertThat(stores.queue().acknowledge(before)).isTrue();
        assertThat(stores.queue().take("bob", NEVER).map(Delivery::run)).contains(run(2));
      }
    }
  }
}
