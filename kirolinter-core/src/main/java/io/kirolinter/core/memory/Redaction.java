package io.kirolinter.core.memory;

import io.kirolinter.core.json.JsonText;
import io.kirolinter.core.secret.SecretFinder;
import java.util.Optional;

/**
 * Masks secrets in text. What is harmless passes unchanged. Pure, and so safe everywhere; the time
 * it takes grows with the length of the text only.
 *
 * <p>A secret is recognised by its own shape, as with the tokens of well-known services, by the
 * name in front of it, as in {@code password=…}, or by being long and drawn by lot. Where no quotes
 * mark its ends, it must look unlike a word, so that sentences and code about passwords stay as
 * they are.
 */
public final class Redaction {

  private static final String MASK = "[redacted]";

  private Redaction() {}

  /** {@return the text, with every secret that is recognised replaced by {@code [redacted]}} */
  public static String of(String text) {
    return SecretFinder.masked(text, MASK);
  }

  /** {@return the message of an error, or its name where it has none, redacted as {@link #of}} */
  public static String of(Throwable error) {
    return of(Optional.ofNullable(error.getMessage()).orElseGet(error::toString));
  }

  /**
   * {@return the value of a field, redacted as {@link #of}; all of it where the name of the field
   * says that it is a secret}
   */
  public static String of(String field, String value) {
    return SecretFinder.isSecret(field, value) ? MASK : of(value);
  }

  /**
   * {@return the JSON with every text in it redacted, names of fields too, however deep; what is no
   * JSON is redacted as text}
   */
  public static String ofJson(String json) {
    return JsonText.mapped(json, Redaction::of, Redaction::of).orElseGet(() -> of(json));
  }
}
