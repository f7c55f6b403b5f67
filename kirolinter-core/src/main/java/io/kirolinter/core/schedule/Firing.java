package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A job is to run, once: its run has the same id in whatever process it is started, so that no
 * firing ever becomes two runs.
 *
 * @param due when it was planned, or asked for
 * @param heldBack why it had to wait before it could be claimed; empty if it had not
 * @param claim who starts it, and answers for it; empty while nobody does
 */
public record Firing(
    Cause cause, Instant due, RunId run, Optional<String> heldBack, Optional<Claim> claim) {

  /** Why a job is to run. */
  public enum Cause {
    /** It was time. */
    @JsonProperty("time")
    TIME,
    /** Another commit was checked out. */
    @JsonProperty("commit")
    COMMIT,
    /** Somebody asked. */
    @JsonProperty("request")
    REQUEST;

    /** {@return the name that users and JSON see} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The word of a process to see to a firing.
   *
   * @param owner the process, by its name in leases
   * @param until when the process counts as lost, unless it has claimed again
   */
  public record Claim(String owner, Instant until) {

    public Claim {
      requireNonNull(owner, "owner");
      requireNonNull(until, "until");
    }
  }

  public Firing {
    requireNonNull(cause, "cause");
    requireNonNull(due, "due");
    requireNonNull(run, "run");
    requireNonNull(heldBack, "heldBack");
    requireNonNull(claim, "claim");
  }

  /** {@return a firing that nobody sees to yet} */
  public static Firing of(Cause cause, Instant due, RunId run) {
    return new Firing(cause, due, run, Optional.empty(), Optional.empty());
  }

  public Firing heldBackBy(String why) {
    return new Firing(cause, due, run, Optional.of(why), claim);
  }

  public Firing claimedBy(String owner, Instant until) {
    return new Firing(cause, due, run, heldBack, Optional.of(new Claim(owner, until)));
  }

  public Firing unclaimed() {
    return new Firing(cause, due, run, heldBack, Optional.empty());
  }

  /** {@return whether a process claimed it that is not lost at this moment} */
  public boolean isClaimedAt(Instant now) {
    return claim.filter(word -> word.until().isAfter(now)).isPresent();
  }
}
