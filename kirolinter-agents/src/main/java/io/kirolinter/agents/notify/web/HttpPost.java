package io.kirolinter.agents.notify.web;

import io.kirolinter.agents.retry.BusyException;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Posts JSON, again while the receiver is busy (408, 425, 429, 5xx), slow or not to be reached.
 * Redirects are not followed: a message goes where it was meant to go. Safe for use by many
 * threads.
 */
final class HttpPost {

  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  private final HttpClient client;
  private final Retries retries;
  private final Duration limit;

  private HttpPost(HttpClient client, Retries retries, Duration limit) {
    this.client = client;
    this.retries = retries;
    this.limit = limit;
  }

  /**
   * {@return a way to post}
   *
   * @param limit how long one attempt may take
   */
  static HttpPost of(Retries retries, Duration limit) {
    HttpClient.Builder client =
        HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(limit);
    ProxySelector proxies = ProxySelector.getDefault();
    return new HttpPost((proxies == null ? client : client.proxy(proxies)).build(), retries, limit);
  }

  /**
   * Posts a body.
   *
   * @param channel named in errors
   * @param headers asked for at every attempt, as they may carry its time
   * @throws StoreException if the receiver stays busy or cannot be reached
   * @throws WorkFailedException if it refuses the message
   */
  void send(
      String channel, HookAddress address, Supplier<Map<String, String>> headers, String body) {
    retries.of(
        () -> {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(address.uri())
                  .timeout(limit)
                  .header("Content-Type", "application/json; charset=utf-8")
                  .header("User-Agent", "KiroLinter")
                  .POST(BodyPublishers.ofString(body));
          headers.get().forEach(request::header);
          return accepted(channel, address, request.build());
        });
  }

  private int accepted(String channel, HookAddress address, HttpRequest request) {
    HttpResponse<Void> response = answer(channel, address, request);
    int status = response.statusCode();
    if (status >= OK && status < REDIRECT) {
      return status;
    }
    String found = "%s answered with status %d".formatted(address.shown(), status);
    if (status >= SERVER || status == TOO_MANY || status == TIMEOUT || status == TOO_EARLY) {
      throw new BusyException(unreachable(channel, found), wanted(response.headers()));
    }
    throw new WorkFailedException(
        message(channel, found)
            .expected("a status from 200 to 299")
            .remedy("Check that the address is the whole one, and still in force."));
  }

  /** The exceptions of the client may name the address, and so are not passed on. */
  private HttpResponse<Void> answer(String channel, HookAddress address, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      String found = "%s: %s".formatted(address.shown(), e.getClass().getSimpleName());
      throw new BusyException(unreachable(channel, found), Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a message was sent");
    }
  }

  private static StoreException unreachable(String channel, String found) {
    return new StoreException(
        message(channel, found)
            .expected("a service that takes messages")
            .remedy("The next run with something new tells it again."));
  }

  private static ErrorMessage message(String channel, String found) {
    return ErrorMessage.cannot("send", "message over", channel).found(found);
  }

  /** Seconds; the other form, a date, is rare and counts as nothing said. */
  private static Duration wanted(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ZERO);
  }
}
