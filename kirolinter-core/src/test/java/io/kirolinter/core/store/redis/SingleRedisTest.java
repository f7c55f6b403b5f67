package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SingleRedisTest extends RedisContracts {

  private static RedisServer server;

  @BeforeAll
  static void start() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  Stores open(InstantSource time) {
    return RedisStores.open(server.url(), time, notice -> {});
  }

  @Override
  void empty() {
    server.command("FLUSHALL");
  }
}
