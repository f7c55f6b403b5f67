package io.kirolinter.analytics.wording;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a language model answers that speaks as OpenAI's do.
 *
 * @param url the beginning of its addresses, such as {@code http://localhost:11434/v1}
 * @param model its name there
 * @param key the secret that it wants to see, if it wants one
 */
public record ModelEndpoint(URI url, String model, Optional<String> key) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ModelEndpoint {
    requireNonNull(url, "url");
    requireNonNull(key, "key");
    if (model.isBlank()) {
      throw new IllegalArgumentException("a model has a name, was blank");
    }
  }

  /**
   * {@return the endpoint at an address}
   *
   * @throws InvalidRequestException if it is no address, or one that others on the way could read
   */
  public static ModelEndpoint of(String url, String model, Optional<String> key) {
    URI address = parsed(url.strip());
    boolean isPrivate =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && THIS_MACHINE.contains(String.valueOf(address.getHost())));
    if (!isPrivate || address.getUserInfo() != null) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "language model at", withoutUser(address))
              .found("others on the way could read what is sent, or a password stands in it")
              .expected("https://…, or http:// on this machine, without user and password")
              .remedy("Name another address."));
    }
    return new ModelEndpoint(address, model, key);
  }

  private static URI parsed(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "language model at", "an address")
              .found("it is none: " + e.getReason())
              .expected("https://…, or http:// on this machine")
              .remedy("Write it without spaces and brackets."),
          e);
    }
  }

  /** Without the key, which nobody is to see. */
  @Override
  public String toString() {
    return model + " at " + url;
  }

  private static String withoutUser(URI address) {
    return address.toString().replaceFirst("//[^@/]*@", "//");
  }
}
