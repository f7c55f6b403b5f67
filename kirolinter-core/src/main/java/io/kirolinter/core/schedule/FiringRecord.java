package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing.Cause;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a firing.
 *
 * @param due when it was planned, or asked for
 * @param at when that was known
 * @param run its run; empty if there is none
 * @param detail what people want to know of it, such as the end of its run, or why it was held back
 */
public record FiringRecord(
    Cause cause, Instant due, Ending ending, Instant at, Optional<RunId> run, String detail) {

  /** How a firing ends. */
  public enum Ending {
    /** It had its run, however that ended. */
    @JsonProperty("ran")
    RAN,
    /** Its run could not be started, or not be brought to an end. */
    @JsonProperty("failed")
    FAILED,
    /** The run before was still going. */
    @JsonProperty("overlapped")
    OVERLAPPED,
    /** Nobody was there to start it, and it was left out. */
    @JsonProperty("missed")
    MISSED;

    /** {@return the name that users and JSON see} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FiringRecord {
    requireNonNull(cause, "cause");
    requireNonNull(due, "due");
    requireNonNull(ending, "ending");
    requireNonNull(at, "at");
    requireNonNull(run, "run");
    requireNonNull(detail, "detail");
  }
}
