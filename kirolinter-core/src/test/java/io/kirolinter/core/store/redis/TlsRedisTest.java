package io.kirolinter.core.store.redis;

import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import io.kirolinter.core.testkit.redis.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All contracts over TLS, for a user who may touch nothing but our keys, by Redisson's own file.
 */
@Timeout(60)
class TlsRedisTest extends RedisContracts {

  /** The rights that a team's administrator gives us. */
  private static final String RIGHTS = "~kirolinter:* +@all -@dangerous -@admin";

  @TempDir static Path folder;
  private static RedisServer server;
  private static Path configuration;

  @BeforeAll
  static void start() throws Exception {
    TlsFiles files = TlsFiles.madeIn(folder);
    server = RedisServer.start(RedisOptions.plain().tls(files).user("ann", "p@ss:w/rd", RIGHTS));
    configuration = write(files);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  Stores open(InstantSource time) {
    return RedisStores.openConfigured(configuration, time, notice -> {});
  }

  @Override
  void empty() {
    server.command("FLUSHALL");
  }

  private static Path write(TlsFiles files) throws IOException {
    return Files.writeString(
        folder.resolve("redisson.yaml"),
        """
        username: ann
        password: "p@ss:w/rd"
        threads: 2
        nettyThreads: 2
        sslTruststore: "%s"
        sslTruststorePassword: "%s"
        singleServerConfig:
          address: "rediss://127.0.0.1:%d"
          connectionMinimumIdleSize: 1
          connectionPoolSize: 4
          subscriptionConnectionMinimumIdleSize: 0
          subscriptionConnectionPoolSize: 1
        """
            .formatted(files.trustStore().toUri(), files.trustStorePassword(), server.port()));
  }
}
