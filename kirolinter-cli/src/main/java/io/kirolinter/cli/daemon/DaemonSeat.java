package io.kirolinter.cli.daemon;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The place of the daemon of a data folder, taken by this process. */
public final class DaemonSeat implements AutoCloseable {

  private static final long LARGEST_LOG = 1 << 20;
  private static final int ATTEMPTS = 20;

  private final DaemonFiles files;
  private final DaemonLock lock;

  private DaemonSeat(DaemonFiles files, DaemonLock lock) {
    this.files = files;
    this.lock = lock;
  }

  /**
   * Takes the place.
   *
   * @throws InvalidRequestException if another process has it
   */
  public static DaemonSeat take(Environment environment) throws InterruptedException {
    Daemon daemon = Daemon.of(environment);
    Optional<DaemonLock> lock = DaemonLock.take(daemon.files());
    // Whoever looks whether there is a daemon is in the way for a moment.
    for (int i = 1; i < ATTEMPTS && lock.isEmpty() && daemon.running().isEmpty(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
      lock = DaemonLock.take(daemon.files());
    }
    return lock.map(taken -> new DaemonSeat(daemon.files(), taken))
        .orElseThrow(() -> taken(daemon));
  }

  private static InvalidRequestException taken(Daemon daemon) {
    String who = daemon.running().map(process -> "process " + process.pid()).orElse("another one");
    return new InvalidRequestException(
        ErrorMessage.cannot(
                "start", "daemon of", String.valueOf(daemon.files().folder().getParent()))
            .found(who + " is there already")
            .expected("one daemon for a data folder")
            .remedy("See 'kirolinter daemon status', or stop it by 'kirolinter daemon stop'."));
  }

  /** {@return what writes into the daemon's log, a line with its time each} */
  public static PrintWriter log(Environment environment, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return new PrintWriter(new RotatingLog(file, LARGEST_LOG, environment.clock()), true);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("write", "log", file.toString())
              .found(e.getClass().getSimpleName() + ": " + e.getMessage())
              .expected("a file that can be written to")
              .remedy("Correct its permissions."),
          e);
    }
  }

  /** Says that this process is the daemon, and is ready. */
  public void occupy(String memory, int concurrency, Optional<Path> log) {
    files.write(
        DaemonProcess.current(memory, concurrency, log.map(Path::toString).orElse("stderr")));
  }

  @Override
  public void close() {
    files.forgetDaemon();
    lock.close();
  }
}
