package io.kirolinter.workflow.worker;

import io.kirolinter.core.step.StepContext;
import io.kirolinter.workflow.testkit.Outbox;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What steps leave behind, for a test to count: a line for each time that a step was run, and one
 * for each time that two of them met in one repository.
 *
 * @param process the name of the process that runs the steps
 * @param length how long a step works
 */
record StepMarks(Path folder, String process, Duration length) {

  void leave(StepContext context, String step) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path place = folder.resolve(context.repository().location().getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = lock(channel)) {
      write(alone == null ? "met" : "run", context, step);
      work();
    }
  }

  /** {@return what the steps have sent} */
  Outbox outbox() {
    return new Outbox(folder.resolve("sent"));
  }

  /** {@return the marks of one kind, each with its run, step and process} */
  List<String> read(String kind) throws IOException {
    Path file = folder.resolve(kind);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void write(String kind, StepContext context, String step) throws IOException {
    Files.writeString(
        folder.resolve(kind),
        "%s %s %s%n".formatted(context.runId(), step, process),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void work() throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /** The lock of a process that is killed is gone at once. */
  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
