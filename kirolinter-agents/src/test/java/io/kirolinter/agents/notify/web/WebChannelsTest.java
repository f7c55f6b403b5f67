package io.kirolinter.agents.notify.web;

import static io.kirolinter.agents.notify.web.HookServer.cut;
import static io.kirolinter.agents.notify.web.HookServer.later;
import static io.kirolinter.agents.notify.web.HookServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kirolinter.agents.notify.web.HookServer.Received;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.agents.testkit.SampleFindings;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebChannelsTest {

  private static final Message MESSAGE =
      new Message(
          "20261122-181530-4f2ac1-notice-webhook-0123456789ab",
          "thread1",
          "1 high <!channel>",
          "- A.java:3 [bad](http://evil) & worse\n",
          List.of(SampleFindings.finding("grave", Severity.HIGH, "A.java", 3)));

  private final HookServer server = HookServer.start();
  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final List<Duration> waits = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void postsSignedJsonThatMachinesRead() throws IOException {
    Channel webhook = channels().webhook(server.url(), Optional.of(Secret.of("the-key")));

    assertThat(webhook.name()).isEqualTo("webhook");
    assertThat(webhook.send(MESSAGE)).isEqualTo("localhost");

    Received one = onlyOne();
    assertThat(one.path()).isEqualTo("/hook/T0KEN");
    assertThat(one.headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("webhook-id", MESSAGE.id())
        .containsEntry("idempotency-key", MESSAGE.id())
        .containsAllEntriesOf(
            Signature.with(Secret.of("the-key"))
                .headers(MESSAGE.id(), clock.instant(), one.body()));
    JsonNode body = new ObjectMapper().readTree(one.body());
    assertThat(body.path("version").intValue()).isEqualTo(1);
    assertThat(body.path("id").textValue()).isEqualTo(MESSAGE.id());
    assertThat(body.path("thread").textValue()).isEqualTo("thread1");
    assertThat(body.path("title").textValue()).isEqualTo(MESSAGE.title());
    assertThat(body.path("text").textValue()).isEqualTo(MESSAGE.body());
    assertThat(body.path("count").intValue()).isEqualTo(1);
    JsonNode finding = body.path("findings").path(0);
    assertThat(finding.path("rule").textValue()).isEqualTo("grave");
    assertThat(finding.path("severity").textValue()).isEqualTo("high");
    assertThat(finding.path("category").textValue()).isEqualTo("correctness");
    assertThat(finding.path("path").textValue()).isEqualTo("A.java");
    assertThat(finding.path("startLine").intValue()).isEqualTo(3);
    assertThat(finding.path("fingerprint").textValue()).hasSize(16);
  }

  @Test
  void signsNothingWithoutAKey() {
    channels().webhook(server.url(), Optional.empty()).send(MESSAGE);

    assertThat(onlyOne().headers()).doesNotContainKey("webhook-signature");
  }

  @Test
  void postsToSlackWithoutCallingAnybody() throws IOException {
    assertThat(channels().slack(server.url()).send(MESSAGE)).isEqualTo("localhost");

    JsonNode body = new ObjectMapper().readTree(onlyOne().body());
    assertThat(body.path("text").textValue()).isEqualTo("1 high &lt;!channel&gt;");
    assertThat(body.path("blocks").path(0).path("text").path("text").textValue())
        .isEqualTo("*1 high &lt;!channel&gt;*");
    JsonNode text = body.path("blocks").path(1).path("text");
    assertThat(text.path("type").textValue()).isEqualTo("mrkdwn");
    assertThat(text.path("text").textValue())
        .isEqualTo("- A.java:3 [bad](http://evil) &amp; worse\n");
  }

  @Test
  void postsACardToTeamsWithoutHiddenLinks() throws IOException {
    assertThat(channels().teams(server.url()).send(MESSAGE)).isEqualTo("localhost");

    JsonNode body = new ObjectMapper().readTree(onlyOne().body());
    assertThat(body.path("type").textValue()).isEqualTo("message");
    JsonNode attachment = body.path("attachments").path(0);
    assertThat(attachment.path("contentType").textValue())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.path("content").path("type").textValue()).isEqualTo("AdaptiveCard");
    JsonNode blocks = attachment.path("content").path("body");
    assertThat(blocks.path(0).path("text").textValue()).isEqualTo(MESSAGE.title());
    assertThat(blocks.path(1).path("text").textValue())
        .isEqualTo("- A.java:3 \\[bad](http://evil) & worse\n");
  }

  @Test
  void cutsWhatAChatWouldNotTake() throws IOException {
    channels().slack(server.url()).send(new Message("id", "title", "x".repeat(5000)));

    JsonNode body = new ObjectMapper().readTree(onlyOne().body());
    assertThat(body.path("blocks").path(1).path("text").path("text").textValue())
        .hasSizeLessThan(3000)
        .endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void triesAgainWhileTheReceiverIsBusy(int status) {
    server.answering(status(status), status(status));

    channels().webhook(server.url(), Optional.empty()).send(MESSAGE);

    assertThat(server.received()).hasSize(3);
    assertThat(server.received())
        .allMatch(one -> one.headers().get("webhook-id").equals(MESSAGE.id()));
    assertThat(waits).hasSize(2);
  }

  @Test
  void waitsAsLongAsTheReceiverAsksFor() {
    server.answering(later(429, "7"), later(503, "Wed, 21 Oct 2026 07:28:00 GMT"));

    channels().slack(server.url()).send(MESSAGE);

    assertThat(waits.get(0)).isEqualTo(Duration.ofSeconds(7));
    assertThat(waits.get(1)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void sendsTheSameIdAgainAfterTheAnswerWasCut() {
    server.answering(cut());

    channels().webhook(server.url(), Optional.empty()).send(MESSAGE);

    assertThat(server.received()).hasSizeBetween(1, 2);
    assertThat(server.received())
        .allMatch(one -> one.headers().get("webhook-id").equals(MESSAGE.id()));
  }

  @Test
  void givesUpOnAReceiverThatStaysBusyWithoutShowingItsAddress() {
    server.answering(status(503), status(503), status(503));

    assertThatThrownBy(() -> channels().slack(server.url()).send(MESSAGE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(
            "Cannot send message over 'slack': localhost answered with status 503")
        .hasMessageNotContaining("T0KEN")
        .hasNoCause();
  }

  @Test
  void givesUpOnAReceiverThatDoesNotAnswer() {
    server.answering(server.never(), server.never(), server.never());

    assertThatThrownBy(
            () -> channels().within(Duration.ofMillis(100)).slack(server.url()).send(MESSAGE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("localhost: HttpTimeoutException")
        .hasMessageNotContaining("T0KEN");
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void givesUpWhereNobodyListens() {
    Secret url = server.url();
    server.close();

    assertThatThrownBy(() -> channels().teams(url).send(MESSAGE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("localhost: ConnectException")
        .hasMessageNotContaining("T0KEN");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 401, 403, 404, 410})
  void doesNotInsistWhereItIsRefusedOrSentElsewhere(int status) {
    server.answering(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
        });

    assertThatThrownBy(() -> channels().slack(server.url()).send(MESSAGE))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("answered with status " + status)
        .hasMessageNotContaining("T0KEN");
    assertThat(server.received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/T0KEN",
        "ftp://localhost/T0KEN",
        "hooks.example.org/T0KEN",
        "https:///T0KEN",
        "https://a b/T0KEN"
      })
  void refusesAnAddressThatOthersCouldReadOrThatIsNone(String url) {
    assertThatThrownBy(() -> channels().slack(Secret.of(url)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("https, or http to this machine only")
        .hasMessageNotContaining("T0KEN")
        .hasNoCause();
  }

  @Test
  void refusesAKeyThatIsNoBase64WithoutShowingIt() {
    assertThatThrownBy(
            () -> channels().webhook(server.url(), Optional.of(Secret.of("whsec_%k3y%"))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no Base64")
        .hasMessageNotContaining("k3y")
        .hasNoCause();
  }

  @Test
  void stopsWhenTheThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> channels().slack(server.url()).send(MESSAGE))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Received onlyOne() {
    assertThat(server.received()).hasSize(1);
    return server.received().get(0);
  }

  private WebChannels channels() {
    return WebChannels.of(Retries.by(RetryPolicy.standard(), new Random(7), waits::add), clock);
  }
}
