package io.kirolinter.agents.notify.web;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import io.kirolinter.core.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Posts a message as JSON. The header {@code webhook-id} is the same for every sending of one
 * message, so that a receiver can pass over a second one.
 */
final class WebhookChannel implements Channel {

  static final String NAME = "webhook";

  private static final int MOST_FINDINGS = 1_000;

  private final HttpPost post;
  private final HookAddress address;
  private final Optional<Signature> signature;
  private final InstantSource clock;

  WebhookChannel(
      HttpPost post, HookAddress address, Optional<Signature> signature, InstantSource clock) {
    this.post = post;
    this.address = address;
    this.signature = signature;
    this.clock = clock;
  }

  /** The body. */
  private record Body(
      int version,
      String id,
      String thread,
      String title,
      String text,
      int count,
      List<Item> findings) {}

  private record Item(
      String rule,
      Category category,
      Severity severity,
      String path,
      int startLine,
      int startColumn,
      String message,
      String fingerprint) {

    static Item of(Finding finding) {
      return new Item(
          finding.rule().value(),
          finding.category(),
          finding.severity(),
          finding.path().value(),
          finding.range().startLine(),
          finding.range().startColumn(),
          finding.message(),
          finding.fingerprint().value());
    }
  }

  /** An exception of the decoder would quote the key. */
  static Signature signature(Secret key) {
    try {
      return Signature.with(key);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("use", "channel", NAME)
              .found("its key begins with whsec_, and goes on with what is no Base64")
              .expected("any text, or whsec_ and Base64")
              .remedy("Correct the variable or file that holds the key."));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String send(Message message) {
    String body = Json.write(body(message));
    post.send(NAME, address, () -> headers(message.id(), body), body);
    return address.shown();
  }

  private Map<String, String> headers(String id, String body) {
    Instant now = clock.instant();
    Map<String, String> headers = new HashMap<>(Map.of("webhook-id", id, "Idempotency-Key", id));
    signature.ifPresent(one -> headers.putAll(one.headers(id, now, body)));
    return headers;
  }

  private static Body body(Message message) {
    List<Item> items = message.findings().stream().limit(MOST_FINDINGS).map(Item::of).toList();
    return new Body(
        1,
        message.id(),
        message.thread(),
        message.title(),
        message.body(),
        message.findings().size(),
        items);
  }
}
