package io.kirolinter.agents.notify.web;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.secret.Secret;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address of a webhook. Whoever knows it can write there, so no more than its host is shown.
 */
final class HookAddress {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI uri;

  private HookAddress(URI uri) {
    this.uri = uri;
  }

  /**
   * {@return the address that a secret holds}
   *
   * @param channel named in errors
   * @throws InvalidRequestException if it is none, or what is sent there could be read on the way
   */
  static HookAddress of(String channel, Secret url) {
    URI uri = parsed(url).orElseThrow(() -> refused(channel, "its address is no URL with a host"));
    if (!isPrivate(uri)) {
      throw refused(channel, "its address does not begin with https://");
    }
    return new HookAddress(uri);
  }

  URI uri() {
    return uri;
  }

  /** {@return the host, for people} */
  String shown() {
    return uri.getHost();
  }

  /** An exception would quote the address. */
  private static Optional<URI> parsed(Secret url) {
    try {
      return Optional.of(URI.create(url.reveal())).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isPrivate(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https")
        || (scheme.equals("http") && THIS_MACHINE.contains(uri.getHost()));
  }

  private static InvalidRequestException refused(String channel, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "channel", channel)
            .found(found)
            .expected("https, or http to this machine only")
            .remedy("Correct the variable or file that holds the address."));
  }
}
