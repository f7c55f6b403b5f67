package io.kirolinter.core.testkit.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process of a server, under a shell that ends it when the test's JVM is gone: it waits for the
 * end of its input, which comes even when the JVM is killed.
 */
final class RedisProcess {

  // Nothing of the terminal reaches the shell, or it would leave the server behind. A stopped
  // process sees the request to end only when it goes on.
  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      exec 3<&0
      log=$1
      shift
      "$@" >>"$log" 2>&1 3<&- &
      server=$!
      echo $server
      { cat <&3 >/dev/null; kill $server; kill -CONT $server; } 2>/dev/null &
      watcher=$!
      wait $server
      kill -KILL $watcher
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process shell;
  private final long pid;

  private RedisProcess(Process shell, long pid) {
    this.shell = shell;
    this.pid = pid;
  }

  /** Starts the server, which may not answer yet, or end at once. */
  static RedisProcess start(List<String> command, Path log) throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "redis"));
    words.add(log.toString());
    words.addAll(command);
    Process shell =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
    return new RedisProcess(shell, Long.parseLong(output.readLine()));
  }

  long pid() {
    return pid;
  }

  /** Sends a signal to the server, by its name without {@code SIG}. */
  void signal(String name) {
    try {
      Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).start();
      kill.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the server to end and waits for it; kills it if it takes too long. */
  void stop() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!endsWithin(PATIENCE)) {
      kill();
    }
  }

  void kill() {
    signal("KILL");
    endsWithin(PATIENCE);
  }

  /** {@return whether the process is over by then} */
  boolean endsWithin(Duration time) {
    try {
      return shell.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
