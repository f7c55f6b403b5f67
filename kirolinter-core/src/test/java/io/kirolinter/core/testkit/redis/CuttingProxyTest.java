package io.kirolinter.core.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CuttingProxyTest {

  private RedisServer server;
  private CuttingProxy proxy;

  @BeforeEach
  void start() {
    server = RedisServer.start();
    proxy = CuttingProxy.to(server.port());
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void everythingPasses() throws IOException {
    String large = "ä".repeat(100_000);
    try (RespConnection client = RespConnection.to(proxy.port())) {
      client.command("SET", "a", large);
      assertThat(client.command("GET", "a")).isEqualTo(large);
    }
  }

  @Test
  void whatIsDelayedComesLater() throws IOException {
    try (RespConnection client = RespConnection.to(proxy.port())) {
      proxy.delay(Duration.ofMillis(60));
      Instant start = Instant.now();

      assertThat(client.command("PING")).isEqualTo("PONG");

      assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(110));
    }
  }

  @Test
  void whatIsHeldBackComesOnceItMayPass() throws IOException {
    proxy.hold();
    try (RespConnection client = RespConnection.to(proxy.port())) {
      CompletableFuture<String> reply =
          CompletableFuture.supplyAsync(() -> command(client, "SET", "a", "1"));
      await().during(Duration.ofMillis(100)).until(() -> !reply.isDone());
      assertThat(server.command("GET", "a")).isEmpty();

      proxy.pass();

      assertThat(reply.join()).isEqualTo("OK");
    }
  }

  @Test
  void aRequestThatIsCutOffIsNotDone() throws IOException {
    proxy.cutAfter(CuttingProxy.Direction.TO_SERVER, 10);
    try (RespConnection client = RespConnection.to(proxy.port())) {
      assertThat(proxy.isCutToCome()).isTrue();
      assertThatThrownBy(() -> client.command("SET", "a", "1")).isInstanceOf(IOException.class);
    }
    assertThat(proxy.isCutToCome()).isFalse();
    assertThat(server.command("GET", "a")).isEmpty();
    assertNextConnectionWorks();
  }

  @Test
  void aReplyThatIsCutOffBelongsToARequestThatIsDone() throws IOException {
    proxy.cutAfter(CuttingProxy.Direction.TO_CLIENT, 3);
    try (RespConnection client = RespConnection.to(proxy.port())) {
      assertThatThrownBy(() -> client.command("SET", "a", "1")).isInstanceOf(IOException.class);
    }
    assertThat(server.command("GET", "a")).isEqualTo("1");
    assertNextConnectionWorks();
  }

  @Test
  void aCutForGoodLastsUntilConnectionsMayPass() throws IOException {
    proxy.cutForGoodAfter(CuttingProxy.Direction.TO_SERVER, 10);
    for (int i = 0; i < 2; i++) {
      try (RespConnection client = RespConnection.to(proxy.port())) {
        assertThatThrownBy(() -> client.command("SET", "a", "1")).isInstanceOf(IOException.class);
      }
    }
    proxy.pass();
    assertNextConnectionWorks();
  }

  @Test
  void connectionsAreRefusedUntilTheyMayPass() throws IOException {
    try (RespConnection before = RespConnection.to(proxy.port())) {
      before.command("PING");
      proxy.refuse();
      assertThatThrownBy(() -> before.command("PING")).isInstanceOf(IOException.class);
      try (RespConnection during = RespConnection.to(proxy.port())) {
        assertThatThrownBy(() -> during.command("PING")).isInstanceOf(IOException.class);
      }
    }
    proxy.pass();
    assertNextConnectionWorks();
  }

  @Test
  void aServerThatIsGoneIsSeenAndSoIsItsReturn() throws IOException {
    server.stop();
    try (RespConnection client = RespConnection.to(proxy.port())) {
      assertThatThrownBy(() -> client.command("PING")).isInstanceOf(IOException.class);
    }
    server.startAgain();
    assertNextConnectionWorks();
  }

  private void assertNextConnectionWorks() throws IOException {
    try (RespConnection client = RespConnection.to(proxy.port())) {
      assertThat(client.command("PING")).isEqualTo("PONG");
    }
  }

  private static String command(RespConnection client, String... words) {
    try {
      return client.command(words);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
