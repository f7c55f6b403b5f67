package io.kirolinter.agents.notify.mail;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the certificate of a mail server is checked. Its name is checked in any case.
 *
 * @param context whose trust counts; empty for that of the JVM
 */
public record MailTrust(Optional<SSLContext> context) {

  public static MailTrust ofJvm() {
    return new MailTrust(Optional.empty());
  }
}
