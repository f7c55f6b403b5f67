package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisCluster;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three masters, each with a third of the slots. */
class ClusterRedisTest extends RedisContracts {

  private static RedisCluster cluster;

  @BeforeAll
  static void start() {
    cluster = RedisCluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Override
  Stores open(InstantSource time) {
    return RedisStores.open(cluster.url(), time, notice -> {});
  }

  @Override
  void empty() {
    cluster.nodes().forEach(node -> node.command("FLUSHALL"));
  }

  @Test
  void repositoriesAreSpreadOverTheNodes() {
    try (Stores stores = open(SettableClock.at("2026-11-22T18:15:30Z"))) {
      for (int i = 0; i < 30; i++) {
        stores.memory().increment(new RepositoryId("acme/" + i), "seen", 1);
      }
      assertThat(cluster.nodes())
          .allMatch(node -> node.command("KEYS", "kirolinter:{acme/*").lines().count() > 5);
    }
  }

  @Test
  void theStoresGoOnOnceANodeIsBack() {
    try (Stores stores = open(SettableClock.at("2026-11-22T18:15:30Z"))) {
      stores.memory().increment(REPOSITORY, "seen", 1);
      RedisServer node = owner();
      node.kill();

      assertThatThrownBy(() -> stores.memory().increment(REPOSITORY, "seen", 1))
          .isInstanceOf(StoreException.class);

      node.startAgain();
      await()
          .ignoreExceptionsInstanceOf(StoreException.class)
          .until(() -> stores.memory().increment(REPOSITORY, "seen", 1) > 0);
    }
  }

  @Test
  void aUserWithTheRightsThatAreDocumentedIsEnough() {
    RedisOptions options =
        RedisOptions.plain().user("kiro", "s3cret", SecuredRedisTest.RIGHTS + " +cluster|nodes");
    try (RedisCluster guarded = RedisCluster.start(options);
        Stores stores = RedisStores.open(guarded.url(), InstantSource.system(), notice -> {})) {
      for (int i = 0; i < 10; i++) {
        RepositoryId repository = new RepositoryId("acme/" + i);
        assertThat(stores.memory().increment(repository, "seen", 1)).isEqualTo(1);
      }
    }
  }

  private RedisServer owner() {
    return cluster.nodes().stream()
        .filter(node -> !node.command("KEYS", "kirolinter:{" + REPOSITORY + "}*").isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
