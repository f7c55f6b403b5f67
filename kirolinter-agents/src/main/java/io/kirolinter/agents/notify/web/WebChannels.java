package io.kirolinter.agents.notify.web;

import io.kirolinter.agents.retry.Retries;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.secret.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes channels over HTTP. Safe for use by many threads. */
public final class WebChannels {

  private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

  private final Retries retries;
  private final InstantSource clock;
  private final Duration limit;

  private WebChannels(Retries retries, InstantSource clock, Duration limit) {
    this.retries = retries;
    this.clock = clock;
    this.limit = limit;
  }

  /** {@return channels of which an attempt takes 10 s at most} */
  public static WebChannels of(Retries retries, InstantSource clock) {
    return new WebChannels(retries, clock, USUAL_LIMIT);
  }

  /** {@return channels of which an attempt takes so long at most} */
  public WebChannels within(Duration longest) {
    return new WebChannels(retries, clock, longest);
  }

  /**
   * {@return a channel that posts JSON of our own form}
   *
   * @param key what messages are signed with; empty for unsigned ones
   * @throws InvalidRequestException if the address or the key is of no use
   */
  public Channel webhook(Secret url, Optional<Secret> key) {
    HookAddress address = HookAddress.of(WebhookChannel.NAME, url);
    return new WebhookChannel(post(), address, key.map(WebhookChannel::signature), clock);
  }

  /**
   * {@return a channel to an incoming webhook of Slack, or of a service that takes the same}
   *
   * @throws InvalidRequestException if the address is of no use
   */
  public Channel slack(Secret url) {
    return ChatChannel.slack(post(), HookAddress.of("slack", url));
  }

  /**
   * {@return a channel to a workflow webhook of Teams}
   *
   * @throws InvalidRequestException if the address is of no use
   */
  public Channel teams(Secret url) {
    return ChatChannel.teams(post(), HookAddress.of("teams", url));
  }

  private HttpPost post() {
    return HttpPost.of(retries, limit);
  }
}
