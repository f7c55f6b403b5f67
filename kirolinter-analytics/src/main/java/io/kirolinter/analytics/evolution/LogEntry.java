package io.kirolinter.analytics.evolution;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line in the log of a lineage: exactly one of these.
 *
 * @param era a new one begins
 * @param assigned the version of the next run was drawn
 * @param ended the assigned run has ended
 * @param background whether background runs of {@code auto} try challengers from now on
 */
record LogEntry(
    Optional<Era> era,
    Optional<Assignment> assigned,
    Optional<Ended> ended,
    Optional<Boolean> background) {

  /** The outcome of the run with this number. */
  record Ended(int run, Outcome outcome) {}

  LogEntry {
    if (Stream.of(era, assigned, ended, background).filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException("a log entry is exactly one thing");
    }
  }

  static LogEntry of(Era era) {
    return new LogEntry(Optional.of(era), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static LogEntry of(Assignment assigned) {
    return new LogEntry(
        Optional.empty(), Optional.of(assigned), Optional.empty(), Optional.empty());
  }

  static LogEntry of(Ended ended) {
    return new LogEntry(Optional.empty(), Optional.empty(), Optional.of(ended), Optional.empty());
  }

  static LogEntry background(boolean on) {
    return new LogEntry(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(on));
  }
}
