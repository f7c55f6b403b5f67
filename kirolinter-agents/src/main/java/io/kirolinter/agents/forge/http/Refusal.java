package io.kirolinter.agents.forge.http;

import io.kirolinter.agents.retry.BusyException;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.forge.ForgeConnection;
import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.memory.Redaction;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a status means that is no success: come back later, or mend something first. */
final class Refusal {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final Set<Integer> LATER = Set.of(408, 425, TOO_MANY);

  private static final int LONGEST_QUOTE = 300;
  private static final Duration UNSAID = Duration.ofMinutes(1);

  private final ForgeConnection connection;
  private final InstantSource clock;

  Refusal(ForgeConnection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  RuntimeException of(ForgeCall call, HttpResponse<String> response) {
    int status = response.statusCode();
    String words = words(response.body());
    String found =
        "%s %s answered %d%s"
            .formatted(
                call.method(), call.uri().getPath(), status, words.isEmpty() ? "" : ": " + words);
    if (isLimit(status, response.headers(), words)) {
      return limited(found, response.headers());
    }
    return status >= SERVER || LATER.contains(status)
        ? new BusyException(away(found), said(response.headers()).orElse(Duration.ZERO))
        : new WorkFailedException(message(found).expected(expected(status)).remedy(remedy(status)));
  }

  private static boolean isLimit(int status, HttpHeaders headers, String words) {
    return status == TOO_MANY
        || (status == FORBIDDEN
            && (headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent()
                || headers.firstValue("retry-after").isPresent()
                || words.toLowerCase(Locale.ROOT).contains("rate limit")));
  }

  private BusyException limited(String found, HttpHeaders headers) {
    Duration wait = said(headers).orElse(UNSAID);
    Instant until = clock.instant().plus(wait);
    return new BusyException(
        new StoreException(
            message("it is called too often, until %s; %s".formatted(until, found))
                .expected("calls within its rate limit")
                .remedy("Nothing is lost: the next run after that goes on.")),
        wait);
  }

  private StoreException away(String found) {
    return new StoreException(
        message(found)
            .expected("a forge that answers")
            .remedy("Nothing is lost: the next run goes on where this one stopped."));
  }

  /**
   * {@return how long the forge wants to be left alone: seconds from now, or a moment in seconds}
   */
  private Optional<Duration> said(HttpHeaders headers) {
    Optional<Duration> seconds = number(headers, "retry-after").map(Duration::ofSeconds);
    return seconds.or(
        () ->
            Stream.of("x-ratelimit-reset", "ratelimit-reset")
                .flatMap(name -> number(headers, name).stream())
                .map(reset -> Duration.between(clock.instant(), Instant.ofEpochSecond(reset)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .findFirst());
  }

  private static Optional<Long> number(HttpHeaders headers, String name) {
    return headers.firstValue(name).filter(text -> text.matches("\\d{1,11}")).map(Long::parseLong);
  }

  private static String expected(int status) {
    return switch (status) {
      case UNAUTHORIZED -> "a token that is still in force";
      case FORBIDDEN -> "a token that may write pull requests";
      case NOT_FOUND -> "a project that the token can see";
      default -> "a request that the forge takes";
    };
  }

  private static String remedy(int status) {
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          "Make another token; docs/proposals.md has what it must allow.";
      case NOT_FOUND -> "Check the origin, and what the token allows: docs/proposals.md.";
      default -> "Mend what the forge says; the next run tries again.";
    };
  }

  private ErrorMessage message(String found) {
    return ErrorMessage.cannot("use", "forge", connection.project().shown()).found(found);
  }

  /** What the forge says, should it be JSON; never the token, even if the forge repeats it. */
  private String words(String body) {
    String text;
    try {
      ForeignJson json = ForeignJson.read("answer of", "forge", body);
      text =
          Stream.of("message", "error", "errors")
              .map(json::field)
              .filter(ForeignJson::isThere)
              .map(part -> plain(part.json()))
              .distinct()
              .reduce((one, other) -> one + "; " + other)
              .orElse("");
    } catch (InvalidRequestException e) {
      return "";
    }
    String shown = Redaction.of(connection.token().hiddenIn(text));
    return shown.length() > LONGEST_QUOTE ? shown.substring(0, LONGEST_QUOTE) + "…" : shown;
  }

  private static String plain(String json) {
    String text = json;
    for (String mark : List.of("\"", "{", "}", "[", "]")) {
      text = text.replace(mark, "");
    }
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
