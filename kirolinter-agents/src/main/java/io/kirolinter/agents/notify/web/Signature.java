package io.kirolinter.agents.notify.web;

import io.kirolinter.core.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows a receiver that a message is from whoever shares the key, and new: HMAC-SHA256 over id,
 * time and body, in the form of Standard Webhooks, which ready-made code verifies in many
 * languages. Receivers refuse what is older than some minutes, so that nothing can be replayed.
 */
final class Signature {

  /** Keys that begin so are written in Base64. */
  private static final String ENCODED = "whsec_";

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private Signature(byte[] key) {
    this.key = key;
  }

  /**
   * {@return signatures with a key}
   *
   * @throws IllegalArgumentException if it begins with {@code whsec_}, and no Base64 follows
   */
  static Signature with(Secret secret) {
    String text = secret.reveal();
    return new Signature(
        text.startsWith(ENCODED)
            ? Base64.getDecoder().decode(text.substring(ENCODED.length()))
            : text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the headers that go with a body} */
  Map<String, String> headers(String id, Instant at, String body) {
    String signed = id + "." + at.getEpochSecond() + "." + body;
    return Map.of(
        "webhook-timestamp",
        String.valueOf(at.getEpochSecond()),
        "webhook-signature",
        "v1," + Base64.getEncoder().encodeToString(hmac(signed)));
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
