package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** On machines that have it. */
class ValkeyTest extends RedisContracts {

  private static RedisServer server;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(RedisServer.valkey().isPresent(), "no Valkey on this machine");
    server = RedisServer.start(RedisOptions.plain().runBy(RedisServer.valkey().get()));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
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
