package io.kirolinter.cli.daemon;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A process in the background.
 *
 * @param started when the system started it: with the id, this tells it from a later process of the
 *     same id
 * @param memory where its jobs are, for people, without credentials
 * @param concurrency how many runs it does at a time
 * @param log where it writes what it does
 */
public record DaemonProcess(
    long pid, Optional<Instant> started, String memory, int concurrency, String log) {

  public DaemonProcess {
    requireNonNull(started, "started");
    requireNonNull(memory, "memory");
    requireNonNull(log, "log");
  }

  /** {@return this process} */
  static DaemonProcess current(String memory, int concurrency, String log) {
    ProcessHandle self = ProcessHandle.current();
    return new DaemonProcess(self.pid(), self.info().startInstant(), memory, concurrency, log);
  }

  /** {@return the process, if it lives, and no other one has its id by now} */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().startInstant().equals(started));
  }
}
