package io.kirolinter.cli.daemon;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.wiring.Wiring;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The daemon of a data folder, as others see it. */
public final class Daemon {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final Duration PATIENCE_WITH_START = Duration.ofSeconds(60);

  private final Environment environment;
  private final DaemonFiles files;

  private Daemon(Environment environment, DaemonFiles files) {
    this.environment = environment;
    this.files = files;
  }

  /** {@return the daemon of the user's data folder} */
  public static Daemon of(Environment environment) {
    return new Daemon(environment, DaemonFiles.in(Wiring.home(environment)));
  }

  /** {@return the files of the daemon} */
  public DaemonFiles files() {
    return files;
  }

  /** {@return the process, if one lives and is ready} */
  public Optional<DaemonProcess> running() {
    return DaemonLock.isHeld(files)
        ? files.lastDaemon().filter(process -> process.handle().isPresent())
        : Optional.empty();
  }

  /** {@return the process that was started last and did not end in good order} */
  public Optional<DaemonProcess> lost() {
    return DaemonLock.isHeld(files) ? Optional.empty() : files.lastDaemon();
  }

  /**
   * Starts a process, unless one lives, and waits until it looks at the jobs.
   *
   * @param memory where its jobs are
   * @param options of {@code daemon run}
   * @return the process
   * @throws WorkFailedException if it cannot be started
   */
  public DaemonProcess start(String memory, List<String> options) throws InterruptedException {
    Optional<DaemonProcess> already = running();
    return already.isPresent() ? already.get() : started(memory, options);
  }

  private DaemonProcess started(String memory, List<String> options) throws InterruptedException {
    try {
      Process process = new DaemonLaunch(environment, files).start(memory, options);
      long deadline = System.nanoTime() + PATIENCE_WITH_START.toNanos();
      Optional<DaemonProcess> ready = running();
      while (ready.isEmpty() && System.nanoTime() < deadline) {
        boolean ended = process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        ready = running();
        if (ended && ready.isEmpty()) {
          throw failed("it ended with exit code " + process.exitValue());
        }
      }
      return ready.orElseThrow(() -> failed("it was not ready after " + PATIENCE_WITH_START));
    } catch (IOException e) {
      throw failed(e.toString());
    }
  }

  private WorkFailedException failed(String found) {
    return new WorkFailedException(
        ErrorMessage.cannot("start", "daemon of", String.valueOf(files.folder().getParent()))
            .found(found + lastWords())
            .expected("a process that goes on")
            .remedy("See " + files.log() + ", or try 'kirolinter daemon run' to see it work."));
  }

  private String lastWords() {
    try {
      String all = Files.readString(files.output()).strip();
      return all.isEmpty() ? "" : ": " + all.lines().reduce("", (before, line) -> line);
    } catch (IOException e) {
      return "";
    }
  }

  /** How a process is asked to stop. */
  public enum Stop {
    /** The steps in work may end; their runs go on with the next daemon. */
    DRAIN,
    /** The runs are cancelled. */
    CANCEL
  }

  /**
   * Asks a process to stop, and waits for its end.
   *
   * @return whether it has ended within the limit
   */
  public boolean stop(DaemonProcess process, Stop how, Duration limit) throws InterruptedException {
    Optional<ProcessHandle> handle = process.handle();
    if (handle.isEmpty()) {
      return true;
    }
    handle.get().destroy();
    if (how == Stop.CANCEL) {
      TimeUnit.MILLISECONDS.sleep(200); // signals that come together are one
      handle.get().destroy();
    }
    return ended(process, limit);
  }

  private static boolean ended(DaemonProcess process, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (process.handle().isPresent() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
    }
    return process.handle().isEmpty();
  }
}
