package io.kirolinter.analytics.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kirolinter.analytics.workflow.Recommendation;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server that speaks as OpenAI's do. */
class AdviceWriterTest {

  private static final String SECRET = "sk-never-to-be-seen";
  private static final List<Recommendation> FACTS =
      List.of(new Recommendation("kind", "Mend step 'fix'", "8 of 8 failed", "much", "do this"));

  private HttpServer server;
  private volatile String asked = "";
  private volatile String key = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void saysTheSameFactsInOtherWordsAndMarksThem() {
    answer(200, answering("Please mend \\u001b[31mfix\\nsoon."));

    WordedAdvice words = writer().words(FACTS);

    assertThat(words.model()).isEqualTo("tiny");
    assertThat(words.note()).startsWith("worded by a language model").contains("alone count");
    assertThat(words.text()).isEqualTo("Please mend \uFFFD[31mfix\nsoon.");
    assertThat(key).isEqualTo("Bearer " + SECRET);
    assertThat(asked)
        .contains("Mend step 'fix'", "8 of 8 failed", "do this", "\"tiny\"")
        .doesNotContain(SECRET);
  }

  @Test
  void aLongAnswerIsCutOff() {
    answer(200, answering("a".repeat(9_000)));

    assertThat(writer().words(FACTS).text()).hasSize(4_001).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 500, 503})
  void aFailureIsToldWithoutTheKey(int status) {
    answer(status, "{\"error\":{\"message\":\"no\"}}");

    assertThatThrownBy(() -> writer().words(FACTS))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageStartingWith("Cannot ask language model 'tiny at http://127.0.0.1:")
        .hasMessageContaining("The recommendations stand as they are.")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void whatIsNoAnswerIsAFailure() {
    answer(200, "this is no JSON");

    assertThatThrownBy(() -> writer().words(FACTS)).isInstanceOf(WorkFailedException.class);
  }

  @Test
  void nobodyThereIsAFailure() {
    server.stop(0);

    assertThatThrownBy(() -> writer().words(FACTS)).isInstanceOf(WorkFailedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/v1",
        "ftp://localhost",
        "https://me:pw@example.org",
        "word",
        "http://["
      })
  void anAddressThatOthersCouldReadIsRefused(String url) {
    assertThatThrownBy(() -> ModelEndpoint.of(url, "tiny", Optional.empty()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("https://")
        .hasMessageNotContaining("pw");
  }

  @Test
  void anEndpointNeverShowsItsKey() {
    assertThat(ModelEndpoint.of("https://example.org/v1", "tiny", Optional.of(SECRET)))
        .hasToString("tiny at https://example.org/v1");
  }

  private AdviceWriter writer() {
    String url = "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    return AdviceWriter.at(
        ModelEndpoint.of(url, "tiny", Optional.of(SECRET)), Duration.ofSeconds(60));
  }

  private static String answering(String text) {
    return "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"tiny\",\"choices\":[{"
        + "\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + text
        + "\"},\"finish_reason\":\"stop\"}]}";
  }

  private void answer(int status, String body) {
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          key = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
