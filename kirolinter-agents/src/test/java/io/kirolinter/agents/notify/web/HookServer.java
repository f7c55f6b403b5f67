package io.kirolinter.agents.notify.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kirolinter.core.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks on this machine, which answers as it is told to and keeps what comes. */
public final class HookServer implements AutoCloseable {

  /** What came; names of headers are in lower case. */
  public record Received(String path, Map<String, String> headers, String body) {}

  /** How one request is answered. */
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private HookServer(HttpServer server) {
    this.server = server;
  }

  public static HookServer start() {
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HookServer hooks = new HookServer(HttpServer.create(place, 0));
      hooks.server.setExecutor(hooks.threads);
      hooks.server.createContext("/", hooks::take);
      hooks.server.start();
      return hooks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Secret url() {
    return Secret.of("http://localhost:%d/hook/T0KEN".formatted(server.getAddress().getPort()));
  }

  /** Answers one request after the other so, and all later ones with 200. */
  public HookServer answering(Answer... next) {
    answers.addAll(List.of(next));
    return this;
  }

  public static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  public static Answer later(int status, String seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", seconds);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** The connection ends in the middle of the answer. */
  public static Answer cut() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      throw new IOException("cut");
    };
  }

  /** No answer while the server lives. */
  public Answer never() {
    return exchange -> {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  public List<Received> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      received.add(new Received(exchange.getRequestURI().getPath(), headers, body));
      Answer answer = answers.poll();
      (answer == null ? status(200) : answer).give(exchange);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
