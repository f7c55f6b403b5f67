package io.kirolinter.core.store.redis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** All contracts on Valkey, where one is installed. */
@Timeout(60)
class ValkeyTest extends RedisContracts {

  private static Optional<RedisServer> server = Optional.empty();

  @BeforeAll
  static void start() {
    Optional<Path> program = RedisServer.valkey();
    assumeTrue(
        program.isPresent(), "no valkey-server on the path, and KIROLINTER_TEST_VALKEY names none");
    server = program.map(valkey -> RedisServer.start(RedisOptions.plain().runBy(valkey)));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(RedisServer::close);
  }

  @Override
  Stores open(InstantSource time) {
    return RedisStores.open(server.orElseThrow().url(), time, notice -> {});
  }

  @Override
  void empty() {
    server.ifPresent(running -> running.command("FLUSHALL"));
  }
}
