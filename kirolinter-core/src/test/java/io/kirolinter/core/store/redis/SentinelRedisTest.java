package io.kirolinter.core.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisSentinel;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server and its replica, watched by a sentinel. */
class SentinelRedisTest extends RedisContracts {

  private static RedisSentinel sentinel;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

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
  void aRunGoesOnAfterAFailover() {
    Run run = SampleRuns.changing(1);
    try (RedisSentinel failing = RedisSentinel.start(1);
        Stores stores = open(failing, clock)) {
      Lease lease = stores.journal().create(run, "here", EveryMethod.LEASE).granted().orElseThrow();
      stores
          .journal()
          .checkpoint(lease, EveryMethod.running("analyze"), Optional.of(EveryMethod.REVIEW));
      failing.primary().awaitReplica(failing.replica());

      failing.failOver();

      await()
          .ignoreExceptionsInstanceOf(StoreException.class)
          .untilAsserted(
              () ->
                  stores.journal().checkpoint(lease, EveryMethod.running("fix"), Optional.empty()));
      assertThat(stores.journal().artifacts(run.id())).containsExactly(EveryMethod.REVIEW);
      assertThat(stores.journal().holder(run.id())).contains(lease);
      assertThat(stores.journal().find(run.id()).orElseThrow().state())
          .isEqualTo(EveryMethod.running("fix"));
      assertWrittenTo(failing.replica());
    }
  }

  @Test
  void aSentinelThatNeverAnswersIsPassedOverForOneThatDoes() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String both = "//127.0.0.1:" + silent.getLocalPort() + ",";

      try (Stores stores =
          RedisStores.open(sentinel.url().replace("//", both), clock, notice -> {})) {
        assertThat(stores.memory().increment(SampleRuns.REPOSITORY, "runs", 1)).isEqualTo(1);
      }
    }
  }

  private static void assertWrittenTo(RedisServer server) {
    assertThat(server.command("KEYS", "kirolinter:*")).contains("run:");
  }

  private static Stores open(RedisSentinel watched, InstantSource time) {
    return RedisStores.open(watched.url(), time, notice -> {});
  }
}
