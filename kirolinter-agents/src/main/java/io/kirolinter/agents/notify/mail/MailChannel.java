package io.kirolinter.agents.notify.mail;

import io.kirolinter.agents.retry.BusyException;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.settings.MailServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends a message as a mail to one address, over an encrypted connection or not at all. A message
 * sent again has the same Message-ID, by which mail servers and readers drop a second one; messages
 * of one thread refer to one root, so that readers show them together.
 */
public final class MailChannel implements Channel {

  private static final String NAME = "email";
  private static final int TRANSIENT = 4;

  private final MailDelivery delivery;
  private final MailServer server;
  private final Optional<Secret> password;
  private final String address;
  private final Retries retries;
  private final InstantSource clock;

  private MailChannel(
      MailDelivery delivery,
      MailServer server,
      Optional<Secret> password,
      String address,
      Retries retries,
      InstantSource clock) {
    this.delivery = delivery;
    this.server = server;
    this.password = password;
    this.address = address;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * {@return a channel to one address}
   *
   * @param password of the server's user; there exactly if it has one
   * @param trust how the server's certificate is checked
   * @param limit how long the server may keep silent
   */
  public static MailChannel to(
      String address,
      MailServer server,
      Optional<Secret> password,
      MailTrust trust,
      Duration limit,
      Retries retries,
      InstantSource clock) {
    MailDelivery delivery = new MailDelivery(server, password, trust, limit);
    return new MailChannel(delivery, server, password, address, retries, clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String send(Message message) {
    retries.of(
        () -> {
          deliver(message);
          return address;
        });
    return address;
  }

  private void deliver(Message message) {
    try {
      delivery.deliver(address, message, clock.instant());
    } catch (AuthenticationFailedException e) {
      throw refused("it does not let the user in", "Check the user and the password.");
    } catch (SendFailedException e) {
      throw isTransient(e)
          ? new BusyException(unreachable(words(e)), Duration.ZERO)
          : refused(words(e), "Check the address '" + address + "' and that of the sender.");
    } catch (MessagingException e) {
      throw new BusyException(unreachable(words(e)), Duration.ZERO);
    }
  }

  private static boolean isTransient(SendFailedException failure) {
    return SmtpAnswer.codeOf(failure) / 100 == TRANSIENT;
  }

  /** What the server says, without the password, and in one line. */
  private String words(MessagingException e) {
    String text = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    return password.map(secret -> secret.hiddenIn(text)).orElse(text);
  }

  private StoreException unreachable(String found) {
    return new StoreException(
        message(found)
            .expected("a mail server that takes the mail over an encrypted connection")
            .remedy("The next run with something new tells it again."));
  }

  private WorkFailedException refused(String found, String remedy) {
    return new WorkFailedException(
        message(found).expected("a mail server that takes the mail").remedy(remedy));
  }

  private ErrorMessage message(String found) {
    return ErrorMessage.cannot("send", "mail over", server.host() + ":" + server.port())
        .found(found);
  }
}
