package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisCluster;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
    return RedisStores.open(
        cluster.url().replace("redis://", "redis-cluster://"), time, notice -> {});
  }

  @Override
  void empty() {
    cluster.nodes().forEach(node -> node.command("FLUSHALL"));
  }
}
