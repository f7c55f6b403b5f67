package io.kirolinter.workflow.worker;

import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class KilledWorkersOnRedisTest extends KilledWorkersContract {

  private static RedisServer server;

  @BeforeAll
  static void startServer() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void empty() {
    server.command("FLUSHALL");
  }

  @Override
  String store(Path home) {
    return server.url();
  }
}
