package io.kirolinter.analytics.dashboard;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.thread.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves a page to browsers of this machine, made anew for each request. It listens on the loopback
 * address only, and answers nobody but who has the address with its token: not another page that is
 * open in the same browser, nor a name that somebody made to point here.
 */
public final class DashboardServer implements AutoCloseable {

  /** How often a page asks whether something has changed. */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final int THREADS = 2;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

  private final HttpServer server;
  private final ExecutorService threads;
  private final String token;
  private final Supplier<DashboardData> source;
  private final Duration interval;

  private DashboardServer(
      HttpServer server,
      ExecutorService threads,
      String token,
      Supplier<DashboardData> source,
      Duration interval) {
    this.server = server;
    this.threads = threads;
    this.token = token;
    this.source = source;
    this.interval = interval;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any that is free
   * @param token that nobody can guess; of letters and digits
   * @param source reads what is shown; called by several threads
   * @throws WorkFailedException if the port is taken
   */
  public static DashboardServer start(int port, String token, Supplier<DashboardData> source) {
    return start(port, token, source, INTERVAL);
  }

  static DashboardServer start(
      int port, String token, Supplier<DashboardData> source, Duration interval) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS, DashboardServer::daemon);
      DashboardServer dashboard =
          new DashboardServer(HttpServer.create(address, 0), threads, token, source, interval);
      dashboard.server.setExecutor(threads);
      dashboard.server.createContext("/", dashboard::answer);
      dashboard.server.start();
      return dashboard;
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("serve", "dashboard", "port " + port)
              .found(String.valueOf(e.getMessage()))
              .expected("a port that is free")
              .remedy("Choose another one, or leave --port out."),
          e);
    }
  }

  /** {@return where the page is; whoever knows it can read the page} */
  public URI address() {
    return URI.create("http://%s/?token=%s".formatted(host("127.0.0.1"), token));
  }

  /** Ends at once. A second closing does nothing. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    return DaemonThreads.unstarted(work, "kirolinter-dashboard");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Refusal> refusal = refusal(exchange);
      if (refusal.isPresent()) {
        send(exchange, refusal.get().status(), "text/plain", refusal.get().reason());
        return;
      }
      try {
        send(exchange, 200, "text/html", DashboardPage.live(source.get(), interval));
      } catch (KiroLinterException e) {
        send(exchange, 503, "text/plain", String.valueOf(e.getMessage()));
      }
    }
  }

  private record Refusal(int status, String reason) {}

  private Optional<Refusal> refusal(HttpExchange exchange) {
    if (!isForUs(exchange.getRequestHeaders())) {
      return Optional.of(
          new Refusal(403, "Only the address that 'kirolinter dashboard' printed is answered."));
    }
    if (!METHODS.contains(exchange.getRequestMethod())) {
      return Optional.of(new Refusal(405, "There is only something to read here."));
    }
    if (!exchange.getRequestURI().getPath().equals("/")) {
      return Optional.of(new Refusal(404, "There is one page only, at '/'."));
    }
    return hasToken(exchange.getRequestURI())
        ? Optional.empty()
        : Optional.of(new Refusal(403, "Open the whole address, with its token."));
  }

  /** A browser tells truly which name it asked for, and which site made it ask. */
  private boolean isForUs(Headers headers) {
    List<String> hosts = headers.getOrDefault("Host", List.of());
    String site = first(headers, "Sec-Fetch-Site").orElse("none");
    Optional<String> origin = first(headers, "Origin");
    return hosts.size() == 1
        && names().contains(hosts.get(0))
        && OWN_SITE.contains(site)
        && (origin.isEmpty() || origin.get().equals("http://" + hosts.get(0)));
  }

  private boolean hasToken(URI asked) {
    byte[] expected = ("token=" + token).getBytes(StandardCharsets.UTF_8);
    byte[] found = String.valueOf(asked.getRawQuery()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, found);
  }

  private Set<String> names() {
    return Set.of(host("127.0.0.1"), host("localhost"));
  }

  private String host(String name) {
    return name + ":" + server.getAddress().getPort();
  }

  private static Optional<String> first(Headers headers, String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", Document.policy("'self'") + "; frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    boolean bodiless = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }
}
