package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kirolinter.agents.testkit.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A forge on this machine: a real repository over git's own HTTP server, and the interface for
 * programs, whose every request is checked against the forge's description. One thing after the
 * other: requests wait for each other.
 */
public final class ForgeServer implements AutoCloseable {

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits for 40 ms
  }

  public static final String TOKEN = "pl4nted-t0ken-0123456789";
  public static final String PROJECT = "acme/tool";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which forge is played. */
  public enum Kind {
    GITHUB("/api/v3"),
    GITLAB("/api/v4");

    private final String place;

    Kind(String place) {
      this.place = place;
    }

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happens in place of an answer. */
  @FunctionalInterface
  public interface Fault {

    /**
     * Spoils one answer.
     *
     * @param usual does what was asked for, and gives the answer that is due
     */
    void spoil(HttpExchange exchange, Supplier<Played.Answer> usual) throws IOException;
  }

  private record Waiting(String method, String path, Fault fault) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Kind kind;
  private final Path root;
  private final GitBackend git;
  private final Description description;
  private final PlayedState state;
  private final Played played;
  private final List<Waiting> faults = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean away;

  private ForgeServer(
      HttpServer server, Kind kind, Path root, Supplier<Instant> now, Description description) {
    this.server = server;
    this.kind = kind;
    this.root = root;
    git = new GitBackend(root);
    this.description = description;
    state = new PlayedState(this::head, now);
    String site = "http://127.0.0.1:" + server.getAddress().getPort();
    played =
        kind == Kind.GITHUB
            ? new PlayedGitHub(state, site, PROJECT)
            : new PlayedGitLab(state, site, PROJECT);
  }

  /**
   * Starts a forge with one project, whose repository is empty.
   *
   * @param root an empty folder for the repository
   */
  public static ForgeServer start(Kind kind, Path root, Supplier<Instant> now) {
    return start(kind, root, now, OpenApi.of(kind.label()));
  }

  /** Starts a forge that checks no request against its description. */
  public static ForgeServer startUnchecked(Kind kind, Path root, Supplier<Instant> now) {
    return start(kind, root, now, Description.none());
  }

  private static ForgeServer start(
      Kind kind, Path root, Supplier<Instant> now, Description description) {
    try {
      InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ForgeServer forge =
          new ForgeServer(HttpServer.create(place, 0), kind, root, now, description);
      TestRepository.init(root.resolve("seed"))
          .git("init", "--quiet", "--bare", "--initial-branch=main", forge.repository().toString());
      forge.server.setExecutor(forge.threads);
      forge.server.createContext("/", forge::take);
      forge.server.start();
      return forge;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the folder of the project's bare repository} */
  public Path repository() {
    return root.resolve(PROJECT + ".git");
  }

  /** {@return the address of the project's repository} */
  public String url() {
    return "http://127.0.0.1:%d/%s.git".formatted(server.getAddress().getPort(), PROJECT);
  }

  /** {@return the address of the interface for programs} */
  public String api() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + kind.place;
  }

  public PlayedState state() {
    return state;
  }

  /** {@return method and path of every call of the interface for programs so far} */
  public List<String> calls() {
    return calls;
  }

  /** {@return what was not as the forge describes it} */
  public List<String> violations() {
    return violations;
  }

  /** From now on, or no more, the forge answers nothing but 503. */
  public void setAway(boolean gone) {
    away = gone;
  }

  /** Spoils the next call of a method whose path ends so. */
  public ForgeServer spoiling(String method, String path, Fault fault) {
    faults.add(new Waiting(method, path, fault));
    return this;
  }

  public static Fault status(int status, String message, String... headers) {
    return (exchange, usual) -> {
      for (int i = 0; i + 1 < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, status, JSON.createObjectNode().put("message", message).toString());
    };
  }

  /** Lets something happen just before what is asked for. */
  public static Fault after(Runnable happening) {
    return (exchange, usual) -> {
      happening.run();
      Played.Answer answer = usual.get();
      send(exchange, answer.status(), answer.body().toString());
    };
  }

  /** Does what is asked for, and breaks the connection in the middle of the answer. */
  public static Fault cutAfterwards() {
    return (exchange, usual) -> {
      int length = usual.get().body().toString().length();
      exchange.sendResponseHeaders(200, length + 1000L);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      throw new IOException("cut");
    };
  }

  /** Does nothing, and says nothing, while the server lives. */
  public Fault silence() {
    return (exchange, usual) -> {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      if (away) {
        exchange.getRequestBody().readAllBytes();
        send(exchange, 503, "{}");
      } else if (path.startsWith(kind.place)) {
        call(exchange, path.substring(kind.place.length()));
      } else if (isLetIn(exchange)) {
        git.answer(exchange);
      } else {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
        exchange.sendResponseHeaders(401, -1);
      }
    } catch (RuntimeException e) {
      violations.add(String.valueOf(e));
      throw e;
    }
  }

  private static boolean isLetIn(HttpExchange exchange) {
    String given =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    return given.startsWith("Basic ")
        && new String(Base64.getDecoder().decode(given.substring(6)), StandardCharsets.UTF_8)
            .endsWith(":" + TOKEN);
  }

  private void call(HttpExchange exchange, String path) throws IOException {
    String method = exchange.getRequestMethod();
    calls.add(method + " " + path);
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    violations.addAll(description.faults(method, path, query, body));
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{\"message\": \"Bad credentials\"}");
      return;
    }
    Supplier<Played.Answer> usual = () -> answered(method, path, query, parsed(body));
    Optional<Waiting> fault =
        faults.stream()
            .filter(one -> one.method().equals(method) && path.endsWith(one.path()))
            .findFirst();
    if (fault.isPresent()) {
      faults.remove(fault.get());
      fault.get().fault().spoil(exchange, usual);
    } else {
      Played.Answer answer = usual.get();
      send(exchange, answer.status(), answer.body().toString());
    }
  }

  private synchronized Played.Answer answered(
      String method, String path, Map<String, String> query, JsonNode body) {
    Played.Answer answer = played.answer(method, path, query, body);
    violations.addAll(description.answerFaults(method, path, answer.status(), answer.body()));
    return answer;
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isEmpty() ? NullNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private Optional<String> head(String branch) {
    try {
      Process process =
          new ProcessBuilder(
                  "git",
                  "--git-dir",
                  repository().toString(),
                  "rev-parse",
                  "--verify",
                  "--quiet",
                  "refs/heads/" + branch)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
