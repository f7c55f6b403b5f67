package io.kirolinter.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Talks as bytes, as browsers and clients would not let a test lie about host and origin. */
@DisplayName("The dashboard")
class DashboardServerTest {

  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path home;
  private Stores stores;
  private DashboardServer server;
  private Supplier<DashboardData> source;

  @BeforeEach
  void start() {
    stores = EmbeddedStores.open(home, SettableClock.at("2026-12-12T18:00:00Z"));
    source = () -> Sample.nothing(stores);
    server = DashboardServer.start(0, TOKEN, () -> source.get());
  }

  @AfterEach
  void stop() {
    server.close();
    server.close();
    stores.close();
  }

  @Test
  void isServedToWhoHasTheWholeAddress() throws IOException {
    String answer = ask("GET", "/?token=" + TOKEN, "Host: 127.0.0.1:" + port());

    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("content-security-policy: default-src 'none'; style-src 'sha256-")
        .contains("connect-src 'self'", "frame-ancestors 'none'")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .containsIgnoringCase("referrer-policy: no-referrer")
        .containsIgnoringCase("cache-control: no-store")
        .contains("data-live=\"10\"", "No run in this time.")
        .doesNotContain("unsafe-inline");
    assertThat(server.address())
        .isEqualTo(URI.create("http://127.0.0.1:%d/?token=%s".formatted(port(), TOKEN)));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, , 403",
    "GET, /?token=0123456789abcdee, , 403",
    "GET, /?token=0123456789abcdef&more, , 403",
    "GET, /other?token=0123456789abcdef, , 404",
    "POST, /?token=0123456789abcdef, , 405",
    "GET, /?token=0123456789abcdef, Origin: https://evil.example, 403",
    "GET, /?token=0123456789abcdef, Origin: null, 403",
    "GET, /?token=0123456789abcdef, Sec-Fetch-Site: cross-site, 403",
    "GET, /?token=0123456789abcdef, Sec-Fetch-Site: none, 200",
    "GET, /?token=0123456789abcdef, Sec-Fetch-Site: same-origin, 200",
    "HEAD, /?token=0123456789abcdef, , 200"
  })
  void answersNobodyElse(String method, String path, String header, int status) throws IOException {
    String answer =
        header == null
            ? ask(method, path, "Host: localhost:" + port())
            : ask(method, path, "Host: localhost:" + port(), header);

    assertThat(answer).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void isNotFooledByANameThatPointsHere() throws IOException {
    for (String host : List.of("evil.example:" + port(), "127.0.0.1", "localhost:1")) {
      assertThat(ask("GET", "/?token=" + TOKEN, "Host: " + host))
          .startsWith("HTTP/1.1 403")
          .doesNotContain("<html");
    }
  }

  @Test
  void listensOnThisMachineOnly() throws IOException {
    assertThat(InetAddress.getByName(server.address().getHost()).isLoopbackAddress()).isTrue();
    String answer =
        ask("GET", "/?token=" + TOKEN, "Host: 127.0.0.1:" + port(), "Host: evil.example");
    assertThat(answer).doesNotContain("<html");
  }

  @Test
  void saysThatTheStoreIsGoneAndComesBack() throws IOException {
    source =
        () -> {
          throw new StoreException(
              ErrorMessage.cannot("read", "store", "redis://host")
                  .found("nobody answers")
                  .expected("a Redis")
                  .remedy("Start it."));
        };
    assertThat(ask("GET", "/?token=" + TOKEN, "Host: 127.0.0.1:" + port()))
        .startsWith("HTTP/1.1 503")
        .contains("nobody answers")
        .containsIgnoringCase("content-type: text/plain");

    source = () -> Sample.nothing(stores);
    assertThat(ask("GET", "/?token=" + TOKEN, "Host: 127.0.0.1:" + port()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void saysThatAPortIsTaken() {
    assertThatThrownBy(() -> DashboardServer.start(port(), TOKEN, source))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("Cannot serve dashboard 'port " + port() + "'")
        .hasMessageContaining("Choose another one");
  }

  private int port() {
    return server.address().getPort();
  }

  private String ask(String method, String path, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String request =
          "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(method, path, String.join("\r\n", headers));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
