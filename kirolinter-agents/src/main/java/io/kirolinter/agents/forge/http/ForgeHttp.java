package io.kirolinter.agents.forge.http;

import io.kirolinter.agents.retry.BusyException;
import io.kirolinter.agents.retry.Retries;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.forge.ForgeConnection;
import io.kirolinter.core.json.ForeignJson;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Exchanges JSON with one project on a forge. The token goes to the host of the interface and
 * nowhere else: redirects are not followed. Safe for use by many threads.
 */
public final class ForgeHttp {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int REDIRECT = 300;

  private final HttpClient client;
  private final ForgeLimits limits;
  private final ForgeConnection connection;
  private final Map<String, String> headers;

  /**
   * How long a forge may take, and how often it is asked.
   *
   * @param retries how often it is asked while it is busy
   * @param attempt how long one exchange may take
   */
  public record ForgeLimits(Retries retries, Duration attempt, InstantSource clock) {}

  private ForgeHttp(
      HttpClient client,
      ForgeLimits limits,
      ForgeConnection connection,
      Map<String, String> headers) {
    this.client = client;
    this.limits = limits;
    this.connection = connection;
    this.headers = Map.copyOf(headers);
  }

  /**
   * {@return a way to exchange JSON}
   *
   * @param headers to be sent with every request, without the token
   */
  public static ForgeHttp of(
      ForgeLimits limits, ForgeConnection connection, Map<String, String> headers) {
    HttpClient.Builder client =
        HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(limits.attempt());
    ProxySelector proxies = ProxySelector.getDefault();
    return new ForgeHttp(
        (proxies == null ? client : client.proxy(proxies)).build(), limits, connection, headers);
  }

  /**
   * {@return what the work gives; it is done again while the forge is busy}
   *
   * @param work calls {@link #send}; doing it twice comes to the same
   * @throws StoreException if the forge was busy to the end
   */
  public <T> T retrying(Supplier<T> work) {
    return limits.retries().of(work);
  }

  /**
   * Makes one call.
   *
   * @throws BusyException if the forge cannot be reached, is busy, or wants to be left alone
   * @throws io.kirolinter.core.error.WorkFailedException if it refuses
   */
  public ForgeAnswer send(ForgeCall call) {
    HttpResponse<String> response = exchanged(call);
    int status = response.statusCode();
    boolean fine = status >= OK && status < REDIRECT;
    if (!fine && !call.accepted().contains(status)) {
      throw new Refusal(connection, limits.clock()).of(call, response);
    }
    try {
      String text = status == NO_CONTENT || response.body().isBlank() ? "null" : response.body();
      return new ForgeAnswer(status, ForeignJson.read("answer of", place(), text));
    } catch (InvalidRequestException e) {
      throw unreachable("it answered with what is no JSON");
    }
  }

  private HttpResponse<String> exchanged(ForgeCall call) {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request(call), BodyHandlers.ofString());
    try {
      return answer.get(limits.attempt().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unreachable("it did not answer within " + limits.attempt().toSeconds() + " s");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException) {
        throw unreachable(cause.getClass().getSimpleName());
      }
      throw new IllegalStateException(cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a forge was asked");
    }
  }

  private HttpRequest request(ForgeCall call) {
    BodyPublisher body =
        call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(limits.attempt())
            .header("Authorization", "Bearer " + connection.token().reveal())
            .header("User-Agent", "KiroLinter")
            .method(call.method(), body);
    if (call.body().isPresent()) {
      request.header("Content-Type", "application/json; charset=utf-8");
    }
    headers.forEach(request::header);
    return request.build();
  }

  /** The exceptions of the client are not passed on: they may quote what was sent. */
  private BusyException unreachable(String found) {
    return new BusyException(
        new StoreException(
            ErrorMessage.cannot("reach", "forge", place())
                .found(found)
                .expected("a forge that answers")
                .remedy("Nothing is lost: the next run goes on where this one stopped.")),
        Duration.ZERO);
  }

  private String place() {
    return connection.project().shown();
  }
}
