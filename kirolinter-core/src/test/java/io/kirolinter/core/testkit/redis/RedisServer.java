package io.kirolinter.core.testkit.redis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A real Redis server, on a free port of the loopback address, that a test can stop, kill, pause
 * and start again.
 *
 * <p>It ends with {@link #close()}, and also when the test's JVM is killed. Needs a POSIX shell.
 * Not for use by several threads at once, but for {@link #url()}, {@link #port()} and {@link
 * #command}.
 */
public final class RedisServer implements AutoCloseable {

  /** The one who may do all, whatever the rights of the user in the options are. */
  private static final String LAUNCHER = "launcher";

  private static final String LAUNCHER_PASSWORD = "of-the-tests";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration REPLY = Duration.ofSeconds(10);
  private static final int TRIES = 5;

  private final RedisOptions options;
  private final Path program;
  private final Path folder;
  private int port;
  private Optional<RedisProcess> process = Optional.empty();

  private RedisServer(RedisOptions options) throws IOException {
    this.options = options;
    program =
        options.binary().orElseGet(() -> RedisBinary.find(System.getenv(), Path.of("target")));
    folder = Files.createTempDirectory("redis-of-a-test");
  }

  /** Starts a server that keeps all in memory and is open to everybody on this machine. */
  public static RedisServer start() {
    return start(RedisOptions.plain());
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws IllegalStateException if it does not start, with what it wrote
   */
  public static RedisServer start(RedisOptions options) {
    try {
      RedisServer server = new RedisServer(options);
      server.startOnFreePort();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the program of Valkey, for {@link RedisOptions#runBy}: the one that the environment
   * variable {@code KIROLINTER_TEST_VALKEY} names, else one on the path; most machines have none}
   */
  public static Optional<Path> valkey() {
    return RedisBinary.valkey(System.getenv());
  }

  /** {@return a port of the loopback address that was free a moment ago} */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** {@return the address with user and password, as clients take it} */
  public String url() {
    return url(port);
  }

  /** {@return the address of this server by way of another port, such as that of a proxy} */
  public String url(int through) {
    String scheme = options.tls().isPresent() ? "rediss://" : "redis://";
    String login =
        options
            .user()
            .map(user -> encoded(user.name()) + ":" + encoded(user.password()) + "@")
            .orElse("");
    return scheme + login + "127.0.0.1:" + through;
  }

  public int port() {
    return port;
  }

  /** Ends the server as a service manager would. Does nothing if it does not run. */
  public void stop() {
    process.ifPresent(RedisProcess::stop);
    process = Optional.empty();
  }

  /** Ends the server as a power cut would. Does nothing if it does not run. */
  public void kill() {
    process.ifPresent(RedisProcess::kill);
    process = Optional.empty();
  }

  /** Starts the server that was stopped or killed, on the same port, with the data it kept. */
  public void startAgain() {
    if (process.isPresent()) {
      throw new IllegalStateException("Redis is running on port " + port);
    }
    try {
      for (int i = 0; i < TRIES; i++) {
        if (launch()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("Redis did not start again: " + log());
  }

  /** Stops the server and starts it again, on the same port, with the data it kept. */
  public void restart() {
    stop();
    startAgain();
  }

  /** Makes the server hang: it accepts connections and answers nothing until {@link #resume()}. */
  public void pause() {
    process.orElseThrow().signal("STOP");
  }

  public void resume() {
    process.orElseThrow().signal("CONT");
  }

  /** Makes the server hang for a time; {@return at once what is done when it goes on}. */
  public CompletableFuture<Void> pauseFor(Duration time) {
    pause();
    return CompletableFuture.runAsync(
        this::resume, CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * {@return the reply to one command, with all rights: nothing as the empty text, a list as its
   * lines}
   *
   * @throws IllegalStateException if the reply is an error
   */
  public String command(String... words) {
    try (RespConnection connection = connect()) {
      return connection.command(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until a replica has all that this server has been given so far. */
  public void awaitReplica(RedisServer replica) {
    long given = Long.parseLong(replication("master_repl_offset"));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () ->
                replica.replication("master_link_status").equals("up")
                    && Long.parseLong(replica.replication("slave_repl_offset")) >= given);
  }

  /** Begins to listen to all commands that the server gets from now on. */
  public RedisMonitor monitor() {
    try {
      return new RedisMonitor(this, connect());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what the server wrote so far} */
  public String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String replication(String name) {
    return command("INFO", "replication")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private void startOnFreePort() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      port = freePort();
      Files.write(configurationFile(), configuration());
      if (launch()) {
        return;
      }
    }
    String log = log();
    close();
    throw new IllegalStateException("Redis did not start: " + log);
  }

  /** {@return whether the server answers; if not, it has ended, for its port was taken perhaps} */
  private boolean launch() throws IOException {
    RedisProcess started = RedisProcess.start(commandLine(), logFile());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !started.endsWithin(Duration.ofMillis(5))) {
      if (answers(started.pid())) {
        process = Optional.of(started);
        return true;
      }
    }
    started.kill();
    return false;
  }

  /** Another server may have got the port: its answers do not count. A ping waits for the data. */
  private boolean answers(long pid) {
    try (RespConnection connection = connect()) {
      connection.command("PING");
      String info = connection.command("INFO", "server");
      return info.contains("process_id:" + pid + "\r");
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private RespConnection connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    try {
      RespConnection connection = new RespConnection(encrypted(socket), REPLY);
      if (options.user().isPresent()) {
        connection.command("AUTH", LAUNCHER, LAUNCHER_PASSWORD);
      }
      return connection;
    } catch (IOException | IllegalStateException e) {
      socket.close();
      throw e;
    }
  }

  private Socket encrypted(Socket socket) throws IOException {
    if (options.tls().isEmpty()) {
      return socket;
    }
    SSLSocketFactory factory = options.tls().get().context().getSocketFactory();
    SSLSocket encrypted = (SSLSocket) factory.createSocket(socket, "127.0.0.1", port, true);
    encrypted.setSoTimeout((int) REPLY.toMillis());
    encrypted.startHandshake();
    return encrypted;
  }

  private List<String> configuration() {
    List<String> lines = new ArrayList<>();
    lines.add("bind 127.0.0.1");
    lines.add((options.tls().isPresent() ? "tls-port " : "port ") + port);
    lines.add("dir " + quoted(options.folder().orElse(folder)));
    lines.addAll(options.settings());
    options.tls().ifPresent(files -> lines.addAll(encryption(files)));
    options.user().ifPresent(user -> lines.addAll(users(user)));
    if (!isSentinel()) {
      lines.add("save \"\"");
      lines.add("shutdown-timeout 0");
      lines.add("repl-diskless-sync-delay 0");
      lines.add("enable-debug-command local");
    }
    if (options.folder().isPresent()) {
      lines.add("appendonly yes");
      lines.add("appendfsync always");
    }
    return lines;
  }

  private static List<String> encryption(TlsFiles files) {
    return List.of(
        "port 0",
        "tls-cert-file " + quoted(files.certificate()),
        "tls-key-file " + quoted(files.key()),
        "tls-ca-cert-file " + quoted(files.certificate()),
        "tls-auth-clients no");
  }

  private static List<String> users(RedisOptions.User user) {
    List<String> lines = new ArrayList<>();
    lines.add("user " + LAUNCHER + " on >" + LAUNCHER_PASSWORD + " ~* &* +@all");
    if (!user.name().equals("default")) {
      lines.add("user default off");
    }
    lines.add("user " + user.name() + " reset on >" + user.password() + " " + user.rights());
    return lines;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String quoted(Path path) {
    return '"' + path.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private List<String> commandLine() {
    List<String> words = List.of(program.toString(), configurationFile().toString());
    return isSentinel() ? Stream.concat(words.stream(), Stream.of("--sentinel")).toList() : words;
  }

  private boolean isSentinel() {
    return options.settings().stream().anyMatch(line -> line.startsWith("sentinel "));
  }

  private Path configurationFile() {
    return folder.resolve("redis.conf");
  }

  private Path logFile() {
    return folder.resolve("redis.log");
  }
}
