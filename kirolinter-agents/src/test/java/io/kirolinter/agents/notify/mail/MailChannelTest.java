package io.kirolinter.agents.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.notify.mail.MailHost.Taken;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.settings.MailServer;
import io.kirolinter.core.settings.MailServer.Encryption;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.RejectException;

class MailChannelTest {

  private static final Message MESSAGE =
      new Message(
          "20261122-181530-4f2ac1-notice",
          "0011223344556677",
          "1 high\r\nBcc: evil@example.net",
          "- A.java:3 grüße\n",
          List.of());

  /** One folder for all tests: the key in it takes a process to make. */
  @TempDir static Path temp;

  private final List<Duration> waits = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Encryption.class)
  void sendsOverAnEncryptedConnectionOnly(Encryption encryption) {
    try (MailHost host = MailHost.start(temp, encryption)) {
      Channels channels = new Channels(host);

      assertThat(channels.usual().name()).isEqualTo("email");
      assertThat(channels.usual().send(MESSAGE)).isEqualTo("dev@example.org");

      Taken mail = onlyOne(host);
      assertThat(mail.from()).isEqualTo("robot@example.org");
      assertThat(mail.to()).isEqualTo("dev@example.org");
      assertThat(mail.content().lines())
          .contains(
              "Message-ID: <20261122-181530-4f2ac1-notice@kirolinter.example.org>",
              "References: <0011223344556677@kirolinter.example.org>",
              "In-Reply-To: <0011223344556677@kirolinter.example.org>",
              "Subject: 1 high Bcc: evil@example.net",
              "Auto-Submitted: auto-generated",
              "Content-Type: text/plain; charset=UTF-8")
          .noneMatch(line -> line.startsWith("Bcc:"))
          .anyMatch(line -> line.startsWith("Date: Sun, 22 Nov 2026 "));
      assertThat(waits).isEmpty();
    }
  }

  @Test
  void sendsTheSameIdAgain() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      new Channels(host).usual().send(MESSAGE);
      new Channels(host).usual().send(MESSAGE);

      assertThat(host.taken())
          .hasSize(2)
          .allMatch(mail -> mail.content().contains("Message-ID: <" + MESSAGE.id() + "@"));
    }
  }

  @Test
  void sendsNothingInTheClear() {
    try (MailHost host = MailHost.clear()) {
      assertThatThrownBy(() -> new Channels(host).usual().send(MESSAGE))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("STARTTLS is required");
      assertThat(host.taken()).isEmpty();
    }
  }

  @Test
  void sendsNothingToAServerThatTheJvmDoesNotTrust() {
    try (MailHost host = MailHost.start(temp, Encryption.TLS)) {
      assertThatThrownBy(() -> new Channels(host).with(MailTrust.ofJvm()).send(MESSAGE))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Cannot send mail over 'localhost:");
      assertThat(host.taken()).isEmpty();
    }
  }

  @Test
  void sendsNothingToAServerWhoseCertificateIsForAnother() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS, "elsewhere.example.org")) {
      assertThatThrownBy(() -> new Channels(host).usual().send(MESSAGE))
          .isInstanceOf(StoreException.class);
      assertThat(host.taken()).isEmpty();
    }
  }

  @Test
  void doesNotInsistOnAWrongPasswordAndDoesNotShowIt() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      assertThatThrownBy(() -> new Channels(host).withPassword("wr0ng-One").send(MESSAGE))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("it does not let the user in")
          .hasMessageNotContaining("wr0ng-One")
          .hasNoCause();
      assertThat(waits).isEmpty();
      assertThat(host.taken()).isEmpty();
    }
  }

  @Test
  void triesAgainWhereTheServerAsksForThat() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      host.rejecting(new RejectException(451, "later"), new RejectException(450, "busy"));

      new Channels(host).usual().send(MESSAGE);

      assertThat(waits).hasSize(2);
      assertThat(host.taken()).hasSize(1);
    }
  }

  @Test
  void givesUpOnAServerThatStaysBusy() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      RejectException busy = new RejectException(451, "echo " + MailHost.PASSWORD);
      host.rejecting(busy, busy, busy);

      assertThatThrownBy(() -> new Channels(host).usual().send(MESSAGE))
          .isInstanceOf(StoreException.class)
          .hasMessageNotContaining(MailHost.PASSWORD);
    }
  }

  @Test
  void doesNotInsistOnAnAddressThatIsRefused() {
    try (MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      host.rejecting(new RejectException(550, "no such user"));

      assertThatThrownBy(() -> new Channels(host).usual().send(MESSAGE))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("Check the address 'dev@example.org'");
      assertThat(waits).isEmpty();
    }
  }

  @Test
  void givesUpOnAServerThatKeepsSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        MailHost host = MailHost.start(temp, Encryption.STARTTLS)) {
      MailServer settings = host.settings();
      MailServer mute =
          new MailServer(
              "localhost",
              silent.getLocalPort(),
              settings.encryption(),
              settings.user(),
              settings.password(),
              settings.from());

      assertThatThrownBy(() -> new Channels(host).to(mute, MailHost.PASSWORD).send(MESSAGE))
          .isInstanceOf(StoreException.class);
      assertThat(waits).hasSize(2);
    }
  }

  private static Taken onlyOne(MailHost host) {
    assertThat(host.taken()).hasSize(1);
    return host.taken().get(0);
  }

  private final class Channels {

    private final MailHost host;

    Channels(MailHost host) {
      this.host = host;
    }

    MailChannel usual() {
      return to(host.settings(), MailHost.PASSWORD);
    }

    MailChannel withPassword(String password) {
      return to(host.settings(), password);
    }

    MailChannel with(MailTrust trust) {
      return channel(host.settings(), MailHost.PASSWORD, trust);
    }

    MailChannel to(MailServer server, String password) {
      return channel(server, password, host.trust());
    }

    private MailChannel channel(MailServer server, String password, MailTrust trust) {
      return MailChannel.to(
          "dev@example.org",
          server,
          Optional.of(Secret.of(password)),
          trust,
          Duration.ofMillis(1500),
          Retries.by(RetryPolicy.standard(), new Random(7), waits::add),
          SettableClock.at("2026-11-22T18:15:30Z"));
    }
  }
}
