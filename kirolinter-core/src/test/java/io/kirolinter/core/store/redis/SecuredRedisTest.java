package io.kirolinter.core.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import io.kirolinter.core.testkit.redis.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with TLS, and a user who may do no more than the documentation says, described by a file
 * in Redisson's own form.
 */
class SecuredRedisTest extends RedisContracts {

  /** As in the documentation. */
  static final String RIGHTS =
      "~kirolinter:* +@read +@write +@connection -@dangerous +eval +evalsha +info +time";

  @TempDir static Path folder;

  private static RedisServer server;
  private static Path configuration;

  @BeforeAll
  static void start() throws Exception {
    TlsFiles files = TlsFiles.madeIn(folder);
    server =
        RedisServer.start(RedisOptions.plain().tls(files).user("kiro", "open:sesame@home", RIGHTS));
    configuration = Files.writeString(folder.resolve("redisson.yaml"), yaml(files));
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

  @Test
  void aServerWhoseCertificateIsNotTrustedIsRefused() {
    assertThatThrownBy(() -> RedisStores.open(server.url(), InstantSource.system(), notice -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void aConnectionInClearIsRefused() {
    String clear = server.url().replace("rediss:", "redis:");

    assertThatThrownBy(() -> RedisStores.open(clear, InstantSource.system(), notice -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("redis://127.0.0.1:" + server.port())
        .hasMessageNotContaining("sesame");
  }

  @Test
  void theUserMayLearnThatTheServerThrowsDataAway() {
    List<String> notices = new ArrayList<>();
    server.command("CONFIG", "SET", "maxmemory", "1gb");
    server.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
    try {
      RedisStores.openConfigured(configuration, InstantSource.system(), notices::add).close();
    } finally {
      server.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
    }

    assertThat(notices).singleElement().asString().contains("maxmemory-policy allkeys-lru");
  }

  private static String yaml(TlsFiles files) throws IOException {
    return """
        threads: 2
        nettyThreads: 2
        username: kiro
        password: "open:sesame@home"
        sslTruststore: %s
        sslTruststorePassword: %s
        singleServerConfig:
          address: rediss://127.0.0.1:%d
          connectionPoolSize: 4
          connectionMinimumIdleSize: 1
          subscriptionConnectionMinimumIdleSize: 0
        """
        .formatted(files.trustStore().toUri().toURL(), files.trustStorePassword(), server.port());
  }
}
