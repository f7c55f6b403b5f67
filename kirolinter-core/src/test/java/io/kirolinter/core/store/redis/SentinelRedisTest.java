package io.kirolinter.core.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisSentinel;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server and its replica, watched by a sentinel. */
class SentinelRedisTest extends RedisContracts {

  private static RedisSentinel sentinel;

  @BeforeAll
  static void start() {
    sentinel = RedisSentinel.start(1);
  }

  @AfterAll
  static void stop() {
    sentinel.close();
  }

  @Override
  Stores open(InstantSource time) {
    return open(sentinel, time);
  }

  @Override
  void empty() {
    sentinel.primary().command("FLUSHALL");
  }

  @Test
  void goesOnWithTheReplicaAfterTheServerIsLost() {
    SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
    try (RedisSentinel failing = RedisSentinel.start(1);
        Stores stores = open(failing, clock)) {
      stores.journal().create(SampleRuns.changing(1), "here", Duration.ofSeconds(5));
      assertThat(failing.primary().command("WAIT", "1", "5000")).isEqualTo("1");

      failing.failOver();

      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(stores.journal().find(SampleRuns.changing(1).id()))
                      .contains(SampleRuns.changing(1)));
      assertThat(stores.memory().increment(SampleRuns.REPOSITORY, "runs", 1)).isEqualTo(1);
    }
  }

  private static Stores open(RedisSentinel watched, InstantSource time) {
    String hosts =
        watched.sentinels().stream()
            .map(RedisServer::port)
            .map(port -> "127.0.0.1:" + port)
            .collect(Collectors.joining(","));
    return RedisStores.open(
        "redis-sentinel://" + hosts + "/" + RedisSentinel.NAME, time, notice -> {});
  }
}
