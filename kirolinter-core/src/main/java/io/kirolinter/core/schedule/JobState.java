package io.kirolinter.core.schedule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.kirolinter.core.repository.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a job is.
 *
 * @param nextDue the next planned time, without jitter; empty for a job of commits alone
 * @param seenCommit the commit of which the job has had its run; empty if it waits for none
 * @param pending the firing that is not done with
 * @param past what became of the last firings, the newest first; at most {@value #REMEMBERED}
 */
public record JobState(
    Activity activity,
    Optional<Instant> nextDue,
    Optional<CommitId> seenCommit,
    Optional<Firing> pending,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<FiringRecord> past) {

  /** How many past firings are remembered; the journal has their runs for longer. */
  public static final int REMEMBERED = 5;

  /** Whether a job fires. */
  public enum Activity {
    /** At its times. */
    @JsonProperty("active")
    ACTIVE,
    /** Only when somebody asks. */
    @JsonProperty("paused")
    PAUSED
  }

  public JobState {
    requireNonNull(activity, "activity");
    requireNonNull(nextDue, "nextDue");
    requireNonNull(seenCommit, "seenCommit");
    requireNonNull(pending, "pending");
    past = List.copyOf(past);
  }

  /** {@return the state of a job that fires next at this time} */
  public static JobState dueAt(Optional<Instant> time) {
    return new JobState(Activity.ACTIVE, time, Optional.empty(), Optional.empty(), List.of());
  }

  public JobState withActivity(Activity wanted) {
    return new JobState(wanted, nextDue, seenCommit, pending, past);
  }

  public JobState withNextDue(Optional<Instant> time) {
    return new JobState(activity, time, seenCommit, pending, past);
  }

  public JobState withSeenCommit(Optional<CommitId> commit) {
    return new JobState(activity, nextDue, commit, pending, past);
  }

  public JobState withPending(Firing firing) {
    return new JobState(activity, nextDue, seenCommit, Optional.of(firing), past);
  }

  /** {@return this state with a firing remembered that never was the pending one} */
  public JobState remembering(FiringRecord firing) {
    return new JobState(activity, nextDue, seenCommit, pending, with(firing));
  }

  /** {@return this state without its pending firing, and with what became of it} */
  public JobState ended(FiringRecord firing) {
    return new JobState(activity, nextDue, seenCommit, Optional.empty(), with(firing));
  }

  private List<FiringRecord> with(FiringRecord firing) {
    return Stream.concat(Stream.of(firing), past.stream()).limit(REMEMBERED).toList();
  }
}
