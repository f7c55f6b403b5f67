package io.kirolinter.cli.daemon;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * That there is one daemon for a data folder. The system holds the lock for the process and frees
 * it when the process ends, however it ends; what is written in a file proves nothing.
 */
final class DaemonLock implements AutoCloseable {

  private final FileChannel channel;

  private DaemonLock(FileChannel channel) {
    this.channel = channel;
  }

  /** {@return the lock; empty if another process has it} */
  static Optional<DaemonLock> take(DaemonFiles files) {
    try {
      Files.createDirectories(files.folder());
      FileChannel channel = open(files.lock());
      if (isTaken(channel, false)) {
        return Optional.of(new DaemonLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw trouble(files.lock(), e);
    }
  }

  /** {@return whether some process has the lock; looking does not take it from anybody} */
  static boolean isHeld(DaemonFiles files) {
    if (Files.notExists(files.lock())) {
      return false;
    }
    try (FileChannel channel = open(files.lock())) {
      return !isTaken(channel, true);
    } catch (IOException e) {
      throw trouble(files.lock(), e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static boolean isTaken(FileChannel channel, boolean shared) throws IOException {
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process has it
    }
  }

  private static WorkFailedException trouble(Path file, IOException e) {
    return new WorkFailedException(
        ErrorMessage.cannot("lock", "file", file.toString())
            .found(e.getClass().getSimpleName() + ": " + e.getMessage())
            .expected("a data folder on a local disk that can be written to")
            .remedy("Correct its permissions, or name another one by KIROLINTER_HOME."),
        e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      return; // the system frees it at the end of the process
    }
  }
}
