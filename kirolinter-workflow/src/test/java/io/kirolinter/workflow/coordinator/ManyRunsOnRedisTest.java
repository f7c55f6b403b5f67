package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

class ManyRunsOnRedisTest extends ManyRunsContract {

  private final RedisServer server = RedisServer.start();

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Override
  String store(Path home) {
    return server.url();
  }
}
