package io.kirolinter.agents.git;

import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.thread.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one process to its end: all three streams are pumped at once, so that none can block. */
final class ProcessRun {

  /** Writes what the process reads. */
  @FunctionalInterface
  interface Feed {
    void writeTo(OutputStream stdin) throws IOException;
  }

  /** Reads what the process writes; called on a thread of its own. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream stdout) throws IOException;
  }

  /** A process that has ended. */
  record Ended<T>(int exit, FutureTask<T> output, String errors) {

    /** {@return what the reader made of the output; its exception, if it threw one} */
    T result() {
      return ProcessRun.result(output, PATIENCE);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 100;
  private static final int MOST_ERROR_BYTES = 64 * 1024;

  private final Process process;

  private ProcessRun(Process process) {
    this.process = process;
  }

  /**
   * Runs the process.
   *
   * @throws IOException if it cannot be started
   * @throws TimeoutException if it took longer than {@code limit}; it is killed then
   * @throws CancellationException if that was requested, or the calling thread was interrupted; the
   *     process is killed then
   */
  static <T> Ended<T> run(
      ProcessBuilder builder, Feed feed, Reader<T> reader, Duration limit, Cancellation stop)
      throws IOException, TimeoutException {
    return new ProcessRun(builder.start()).toTheEnd(feed, reader, limit, stop);
  }

  private <T> Ended<T> toTheEnd(Feed feed, Reader<T> reader, Duration limit, Cancellation stop)
      throws TimeoutException {
    try {
      FutureTask<T> output = pump("stdout", () -> read(reader));
      FutureTask<String> errors = pump("stderr", this::errors);
      FutureTask<Boolean> input = pump("stdin", () -> fed(feed));
      int exit = exitWithin(limit, stop);
      boolean complete = result(input, PATIENCE) || exit != 0;
      return new Ended<>(complete ? exit : -1, output, result(errors, PATIENCE));
    } finally {
      kill();
    }
  }

  /** One that has ended is left alone: its last output may still be on the way to the reader. */
  private void kill() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private int exitWithin(Duration limit, Cancellation stop) throws TimeoutException {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        stop.throwIfRequested();
        if (System.nanoTime() - end > 0) {
          throw new TimeoutException("not ended after " + limit.toSeconds() + " s");
        }
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** A process may end without having read its input: that shows in its exit code. */
  private boolean fed(Feed feed) {
    try (OutputStream stdin = process.getOutputStream()) {
      feed.writeTo(stdin);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A reader that gives up leaves a process that waits for it: it cannot write any more then. */
  private <T> T read(Reader<T> reader) throws IOException {
    try (InputStream stdout = process.getInputStream()) {
      return reader.read(stdout);
    }
  }

  private String errors() throws IOException {
    InputStream stderr = process.getErrorStream();
    String text = new String(stderr.readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
    stderr.transferTo(OutputStream.nullOutputStream());
    return text.strip();
  }

  private static <T> FutureTask<T> pump(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    DaemonThreads.unstarted(task, "git " + name).start();
    return task;
  }

  private static <T> T result(FutureTask<T> task, Duration limit) {
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (TimeoutException e) {
      throw new UncheckedIOException(new IOException("a stream of the process stays open", e));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static RuntimeException rethrown(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException unchecked) {
      return unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new UncheckedIOException(
        cause instanceof IOException failure ? failure : new IOException(e));
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted while git was running");
  }
}
