package io.kirolinter.agents.notify.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.secret.Secret;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /** The example that the libraries of Standard Webhooks are tested with. */
  @Test
  void isThatOfStandardWebhooks() {
    Signature signature = Signature.with(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    assertThat(
            signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}"))
        .isEqualTo(
            Map.of(
                "webhook-timestamp",
                "1614265330",
                "webhook-signature",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void changesWithKeyIdTimeAndBody() {
    Signature signature = Signature.with(Secret.of("key"));
    Instant at = Instant.ofEpochSecond(9);

    assertThat(signature.headers("id", at, "body"))
        .isNotEqualTo(Signature.with(Secret.of("other")).headers("id", at, "body"))
        .isNotEqualTo(signature.headers("other", at, "body"))
        .isNotEqualTo(signature.headers("id", at, "other"))
        .isEqualTo(signature.headers("id", at, "body"));
    assertThat(signature.headers("id", at, "body").get("webhook-signature"))
        .isNotEqualTo(signature.headers("id", at.plusSeconds(1), "body").get("webhook-signature"));
  }
}
