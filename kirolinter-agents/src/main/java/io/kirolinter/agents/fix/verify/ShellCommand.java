package io.kirolinter.agents.fix.verify;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.thread.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A command line of the user, run by the shell.
 *
 * @param limit after which it is killed, with all processes that it started
 */
record ShellCommand(String line, Duration limit) {

  /** How it ended; the output is the last of both streams. */
  record Ended(String how, boolean passed, String output) {

    /** {@return the output for people, who are told too that there is none} */
    String said() {
      return output.isBlank() ? "it printed nothing" : output;
    }
  }

  private static final long POLL_MILLIS = 50;
  private static final Duration CENSUS = Duration.ofMillis(250);
  private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

  /** {@return the line for people, with secrets masked} */
  String shown() {
    return Redaction.of(line);
  }

  /**
   * Runs it to its end.
   *
   * @throws CancellationException if that is requested, or the thread interrupted; it is killed
   * @throws WorkFailedException if there is no shell
   */
  Ended runIn(Path folder, Cancellation cancellation) {
    Process process = start(folder);
    Tail tail = new Tail();
    Set<ProcessHandle> family = new HashSet<>();
    Thread reader = reading(process, tail);
    boolean ended = false;
    try {
      ended = waitFor(process, family, cancellation);
      if (!ended) {
        kill(process, family); // not one that ended: killing closes its output, read or not
      }
      reader.join(LAST_OUTPUT.toMillis());
      return ended
          ? new Ended(
              "exit code " + process.exitValue(), process.exitValue() == 0, tail.lastLines())
          : new Ended("not ended after " + limit.toSeconds() + " s", false, tail.lastLines());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while '" + shown() + "' was running");
    } finally {
      if (!ended) {
        kill(process, family);
      }
    }
  }

  private Process start(Path folder) {
    try {
      ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line);
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("run", "verify command", shown())
              .found(String.valueOf(e.getMessage()))
              .expected("a shell at /bin/sh")
              .remedy("Run without a verify command, or install a shell."),
          e);
    }
  }

  private static Thread reading(Process process, Tail tail) {
    Thread reader =
        DaemonThreads.unstarted(
            () -> {
              try {
                tail.readAll(process.getInputStream());
              } catch (IOException e) {
                return; // the process was killed: what was read so far counts
              }
            },
            "verify-output");
    reader.start();
    return reader;
  }

  /**
   * {@return whether it ended by itself}
   *
   * @param family learns of all processes that were seen below it: those whose parents die cannot
   *     be found any more
   */
  private boolean waitFor(Process process, Set<ProcessHandle> family, Cancellation cancellation)
      throws InterruptedException {
    long start = System.nanoTime();
    long counted = start;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      cancellation.throwIfRequested();
      long now = System.nanoTime();
      if (now - counted > CENSUS.toNanos()) {
        process.descendants().forEach(family::add);
        counted = now;
      }
      if (now - start > limit.toNanos()) {
        return false;
      }
    }
    return true;
  }

  /** The children first: once their parent is gone, they cannot be found any more. */
  private static void kill(Process process, Set<ProcessHandle> family) {
    family.stream().flatMap(ProcessHandle::descendants).forEach(ProcessHandle::destroyForcibly);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    family.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
