package io.kirolinter.core.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A server that takes mails over SMTP.
 *
 * @param port 1 to 65535
 * @param encryption how the connection is made private; there is no mail without
 * @param user who logs in; empty for a server that asks nobody
 * @param password where the password of this user is kept; there exactly if a user is
 * @param from the address that mails come from
 */
public record MailServer(
    String host,
    int port,
    Encryption encryption,
    Optional<String> user,
    Optional<SecretPlace> password,
    String from) {

  /** How a connection is made private. */
  public enum Encryption {
    /** It begins in the clear and goes on encrypted, or not at all; usually on port 587. */
    STARTTLS,
    /** It is encrypted from the start; usually on port 465. */
    TLS
  }

  public MailServer {
    requireNonNull(encryption, "encryption");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    requireNonNull(from, "from");
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, was " + port);
    }
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalArgumentException("user and password come together");
    }
  }
}
