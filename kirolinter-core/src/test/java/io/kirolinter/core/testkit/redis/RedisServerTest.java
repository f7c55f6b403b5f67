package io.kirolinter.core.testkit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, with real servers. */
@Timeout(60)
class RedisServerTest {

  @TempDir Path folder;

  @Test
  void aServerAnswersAndForgetsWhenItIsStopped() {
    try (RedisServer server = RedisServer.start()) {
      assertThat(server.url()).isEqualTo("redis://127.0.0.1:" + server.port());
      assertThat(server.command("SET", "a", "ü")).isEqualTo("OK");
      assertThat(server.command("GET", "a")).isEqualTo("ü");
      assertThat(server.command("MGET", "a", "b", "a")).isEqualTo("ü\n\nü");
      assertThatThrownBy(() -> server.command("NO-SUCH-COMMAND"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("unknown command");
      int port = server.port();

      server.restart();

      assertThat(server.port()).isEqualTo(port);
      assertThat(server.command("GET", "a")).isEmpty();
    }
  }

  @Test
  void aServerThatKeepsItsDataHasItAfterAKill() {
    try (RedisServer server = RedisServer.start(RedisOptions.plain().keptIn(folder))) {
      server.command("SET", "a", "1");

      server.kill();
      server.startAgain();

      assertThat(server.command("GET", "a")).isEqualTo("1");
    }
  }

  @Test
  void aPausedServerAnswersOnceItGoesOn() {
    try (RedisServer server = RedisServer.start()) {
      server.pause();
      CompletableFuture<String> reply =
          CompletableFuture.supplyAsync(() -> server.command("ECHO", "late"));
      await().during(Duration.ofMillis(100)).until(() -> !reply.isDone());

      server.resume();

      assertThat(reply.join()).isEqualTo("late");
      CompletableFuture<Void> resumed = server.pauseFor(Duration.ofMillis(50));
      assertThat(server.command("PING")).isEqualTo("PONG");
      resumed.join();
    }
  }

  @Test
  void aPausedServerCanBeStopped() {
    RedisServer server = RedisServer.start();
    server.pause();

    server.close();

    assertThatThrownBy(() -> server.command("PING")).hasMessageContaining("refused");
  }

  @Test
  void onlyTheUserMayLogIn() throws IOException {
    RedisOptions options =
        RedisOptions.plain().user("ann", "s3cret", "~ours:* &* +@all -@dangerous");
    try (RedisServer server = RedisServer.start(options)) {
      assertThat(server.url()).isEqualTo("redis://ann:s3cret@127.0.0.1:" + server.port());
      assertThat(server.command("SET", "theirs", "1")).isEqualTo("OK");
      try (RespConnection client = RespConnection.to(server.port())) {
        assertThatThrownBy(() -> client.command("PING")).hasMessageContaining("NOAUTH");
        client.command("AUTH", "ann", "s3cret");
        assertThat(client.command("SET", "ours:1", "1")).isEqualTo("OK");
        assertThatThrownBy(() -> client.command("GET", "theirs")).hasMessageContaining("NOPERM");
      }
    }
  }

  @Test
  void aPasswordIsAskedFor() throws IOException {
    try (RedisServer server = RedisServer.start(RedisOptions.plain().password("s3cr@t"))) {
      assertThat(server.url()).contains("//default:s3cr%40t@127.0.0.1:");
      try (RespConnection client = RespConnection.to(server.port())) {
        assertThatThrownBy(() -> client.command("PING")).hasMessageContaining("NOAUTH");
        client.command("AUTH", "s3cr@t");
        assertThat(client.command("PING")).isEqualTo("PONG");
      }
    }
  }

  @Test
  void connectionsAreEncrypted() throws Exception {
    TlsFiles files = TlsFiles.madeIn(folder);
    try (RedisServer server = RedisServer.start(RedisOptions.plain().tls(files))) {
      assertThat(server.url()).startsWith("rediss://");
      assertThat(server.command("PING")).isEqualTo("PONG");
      try (RespConnection clear = RespConnection.to(server.port())) {
        assertThatThrownBy(() -> clear.command("PING")).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aFullServerTakesNoMore() {
    try (RedisServer server = RedisServer.start(RedisOptions.plain().maxMemory(1_500_000))) {
      String large = "x".repeat(400_000);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  server.command("SET", "key-" + i, large);
                }
              })
          .hasMessageContaining("OOM");
    }
  }

  @Test
  void aReplicaFollowsAndTakesNoWrites() {
    try (RedisServer primary = RedisServer.start();
        RedisServer replica = RedisServer.start(RedisOptions.plain().replicaOf(primary))) {
      primary.command("SET", "a", "1");

      await().until(() -> replica.command("GET", "a").equals("1"));
      assertThatThrownBy(() -> replica.command("SET", "a", "2")).hasMessageContaining("READONLY");
    }
  }

  @Test
  void aMonitorTellsWhatWasAsked() {
    try (RedisServer server = RedisServer.start();
        RedisMonitor monitor = server.monitor()) {
      server.command("SET", "a", "1");
      server.command("GET", "a");

      List<String> seen = monitor.seen();

      assertThat(seen).anyMatch(line -> line.endsWith("\"SET\" \"a\" \"1\""));
      assertThat(seen).last().asString().endsWith("\"GET\" \"a\"");
      assertThat(monitor.seen()).isEmpty();
    }
  }

  @Test
  void whatTheServerRefusesIsTold() {
    assertThatThrownBy(() -> RedisServer.start(RedisOptions.plain().with("no-such-setting 1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no-such-setting");
  }

  @Test
  void theServerEndsWithAKilledJvm() throws Exception {
    Process jvm = jvm();
    long server = pidOfServer(jvm);
    assertThat(ProcessHandle.of(server)).isPresent();

    jvm.destroyForcibly().waitFor();

    await().until(() -> ProcessHandle.of(server).isEmpty());
  }

  @Test
  void aPausedServerEndsWithAKilledJvm() throws Exception {
    Process jvm = jvm("pause");
    long server = pidOfServer(jvm);

    jvm.destroyForcibly().waitFor();

    await().until(() -> ProcessHandle.of(server).isEmpty());
  }

  @Test
  void theProgramOfTheLibraryServesWhereNoneIsInstalled() {
    Path program = RedisBinary.find(Map.of("PATH", folder.toString()), folder.resolve("unpacked"));

    assertThat(program).hasParent(folder.resolve("unpacked").toAbsolutePath());
    try (RedisServer server = RedisServer.start(RedisOptions.plain().runBy(program))) {
      assertThat(server.command("INFO", "server")).contains("redis_version:7.0.15");
    }
    assertThat(RedisBinary.find(Map.of(), folder.resolve("unpacked"))).isEqualTo(program);
  }

  @Test
  void theProgramThatTheEnvironmentNamesGoesFirst() {
    assertThat(RedisBinary.find(Map.of(RedisBinary.VARIABLE, "/bin/sh"), folder))
        .isEqualTo(Path.of("/bin/sh"));
    assertThat(RedisBinary.onPath(Map.of("PATH", "/none:/bin"), List.of("no-such-program", "sh")))
        .contains(Path.of("/bin/sh"));
    assertThat(RedisBinary.valkey(Map.of(RedisBinary.VALKEY_VARIABLE, "/bin/sh")))
        .contains(Path.of("/bin/sh"));
    assertThat(RedisBinary.valkey(Map.of("PATH", "/none"))).isEmpty();
    Map<String, String> wrong = Map.of(RedisBinary.VARIABLE, folder.resolve("none").toString());
    assertThatThrownBy(() -> RedisBinary.find(wrong, folder)).hasMessageContaining("no program");
  }

  private Process jvm(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                ServerInAnotherJvm.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static long pidOfServer(Process jvm) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    return Long.parseLong(output.readLine());
  }

  /** Starts a server, tells the number of its process, and waits to be killed. */
  static final class ServerInAnotherJvm {

    private ServerInAnotherJvm() {}

    public static void main(String[] arguments) throws InterruptedException {
      RedisServer server = RedisServer.start();
      String pid =
          server
              .command("INFO", "server")
              .lines()
              .filter(line -> line.startsWith("process_id:"))
              .findFirst()
              .orElseThrow();
      if (arguments.length > 0) {
        server.pause();
      }
      System.out.println(pid.substring("process_id:".length()));
      Thread.currentThread().join();
    }
  }
}
