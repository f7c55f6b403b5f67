package io.kirolinter.workflow.schedule;

import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.CommitPolicy;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.Firing.Cause;
import io.kirolinter.core.schedule.FiringRecord;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobState;
import io.kirolinter.core.schedule.JobState.Activity;
import io.kirolinter.core.schedule.MissedPolicy;
import io.kirolinter.workflow.calendar.PlannedTimes;
import io.kirolinter.workflow.calendar.Verdict;
import io.kirolinter.workflow.calendar.Verdict.Action;
import io.kirolinter.workflow.coordinator.RunHandle;
import io.kirolinter.workflow.schedule.FiringRuns.Progress;
import io.kirolinter.workflow.schedule.FiringRuns.Sight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Looks at one job at a time, and does what is to be done about it at that moment. Whatever starts
 * a run is first written into the job, by compare-and-set, so that one process does it however many
 * look; and whoever finds the word of a process that was lost goes on from there.
 */
final class JobRound implements FiringRuns.Follower {

  /** After this silence a process that was about to start a run counts as lost. */
  static final Duration CLAIM = Duration.ofSeconds(45);

  private final JobLedger ledger;
  private final FiringRuns runs;
  private final WorkLimits limits;
  private final CommitWatch commits;
  private final InstantSource clock;
  private final JobListener listener;
  private final String owner;

  JobRound(
      JobLedger ledger,
      FiringRuns runs,
      WorkLimits limits,
      CommitWatch commits,
      InstantSource clock,
      JobListener listener,
      String owner) {
    this.ledger = ledger;
    this.runs = runs;
    this.limits = limits;
    this.commits = commits;
    this.clock = clock;
    this.listener = listener;
    this.owner = owner;
  }

  /** {@return the run that was started, or gone on with} */
  Optional<RunHandle> attend(Job job) {
    Instant now = clock.instant();
    Optional<Firing> pending = job.state().pending();
    if (pending.isPresent()) {
      return goOn(job, pending.get(), now);
    }
    return job.state().activity() == Activity.ACTIVE ? fireIfDue(job, now) : Optional.empty();
  }

  private Optional<RunHandle> fireIfDue(Job job, Instant now) {
    Optional<Verdict> verdict = verdict(job, now);
    Optional<CommitId> commit = commitOf(job);
    if (verdict.filter(Verdict::fires).isPresent()) {
      Verdict due = verdict.get();
      return begin(job, Cause.TIME, due.due(), state -> passed(state, due, commit));
    }
    if (verdict.filter(one -> one.action() == Action.LEAVE_OUT).isPresent()) {
      leaveOut(job, verdict.get(), now);
      return Optional.empty();
    }
    boolean moved = commit.isPresent() && !commit.equals(job.state().seenCommit());
    return moved
        ? begin(job, Cause.COMMIT, now, state -> state.withSeenCommit(commit))
        : Optional.empty();
  }

  private Optional<RunHandle> begin(
      Job job, Cause cause, Instant due, UnaryOperator<JobState> passing) {
    RunId run = FiringIds.of(job.id(), cause, due, runs::isFree);
    Firing firing = Firing.of(cause, due, run);
    Optional<String> obstacle = limits.obstacle();
    if (obstacle.isEmpty()) {
      return claimAndStart(job, firing, passing);
    }
    Firing held = firing.heldBackBy(obstacle.get());
    ledger
        .advance(job, state -> passing.apply(state).withPending(held))
        .ifPresent(now -> tell(new JobEvent.JobHeldBack(now, held, obstacle.get())));
    return Optional.empty();
  }

  private Optional<RunHandle> claimAndStart(
      Job job, Firing firing, UnaryOperator<JobState> passing) {
    Firing claimed = firing.claimedBy(owner, clock.instant().plus(CLAIM));
    return ledger
        .advance(job, state -> passing.apply(state).withPending(claimed))
        .flatMap(mine -> start(mine, claimed));
  }

  private Optional<RunHandle> start(Job job, Firing firing) {
    try {
      return runs.start(job, firing, this);
    } catch (RuntimeException e) {
      String error = Redaction.of(e);
      tell(new JobEvent.JobFailed(job, error));
      ended(job, firing, Ending.FAILED, error);
      return Optional.empty();
    }
  }

  private Optional<RunHandle> goOn(Job job, Firing firing, Instant now) {
    if (runs.isHere(firing.run())) {
      renewed(job, firing, now).ifPresent(mine -> passOver(mine, firing, now));
      return Optional.empty();
    }
    return firing.claim().isEmpty()
        ? takeUp(job, firing, now)
        : goOn(job, firing, runs.sight(firing.run()), now);
  }

  private Optional<RunHandle> goOn(Job job, Firing firing, Sight sight, Instant now) {
    boolean lost = !firing.isClaimedAt(now);
    boolean begun = !sight.status().isEmpty();
    if (sight.progress() == Progress.OVER) {
      ended(job, firing, Ending.RAN, sight.status());
    } else if (sight.progress() == Progress.GOING || !(lost || sight.progress() == Progress.LEFT)) {
      passOver(job, firing, now);
    } else if (begun || isMadeUp(job, firing)) {
      return claimAndStart(job, firing, state -> madeUp(state, job, now));
    } else {
      tell(new JobEvent.JobMissed(job, firing.due()));
      ended(job, firing, Ending.MISSED, "its process was lost before the run began");
    }
    return Optional.empty();
  }

  /** What somebody asked for, and a commit, have no second chance. */
  private static boolean isMadeUp(Job job, Firing firing) {
    return firing.cause() != Cause.TIME || job.schedule().missed() == MissedPolicy.ONCE;
  }

  /** A firing that was held back, asked for, or given back. */
  private Optional<RunHandle> takeUp(Job job, Firing firing, Instant now) {
    boolean asked = firing.cause() == Cause.REQUEST;
    if (!asked && job.state().activity() == Activity.PAUSED) {
      return Optional.empty();
    }
    return asked || limits.obstacle().isEmpty()
        ? claimAndStart(job, firing, state -> madeUp(state, job, now))
        : Optional.empty();
  }

  /** The run that starts now stands for the times that have passed meanwhile, and the commits. */
  private JobState madeUp(JobState state, Job job, Instant now) {
    Optional<CommitId> commit = commitOf(job);
    JobState seen = commit.isPresent() ? state.withSeenCommit(commit) : state;
    return verdict(job, now)
        .filter(verdict -> verdict.action() != Action.WAIT)
        .map(verdict -> seen.withNextDue(verdict.next()))
        .orElse(seen);
  }

  private static JobState passed(JobState state, Verdict verdict, Optional<CommitId> commit) {
    JobState next = state.withNextDue(verdict.next());
    return commit.isPresent() ? next.withSeenCommit(commit) : next;
  }

  /** A planned time that comes while the run before is not over. */
  private void passOver(Job job, Firing firing, Instant now) {
    verdict(job, now)
        .filter(verdict -> verdict.action() != Action.WAIT)
        .flatMap(verdict -> ledger.advance(job, state -> overlapped(state, verdict, firing, now)))
        .ifPresent(late -> tell(new JobEvent.JobOverlapped(late, firing.run())));
  }

  private static JobState overlapped(JobState state, Verdict verdict, Firing firing, Instant now) {
    FiringRecord record =
        new FiringRecord(
            Cause.TIME,
            verdict.due(),
            Ending.OVERLAPPED,
            now,
            Optional.empty(),
            "run %s was still going".formatted(firing.run()));
    return state.withNextDue(verdict.next()).remembering(record);
  }

  private void leaveOut(Job job, Verdict verdict, Instant now) {
    FiringRecord record =
        new FiringRecord(
            Cause.TIME,
            verdict.due(),
            Ending.MISSED,
            now,
            Optional.empty(),
            "nobody was there to start it");
    ledger
        .advance(job, state -> state.withNextDue(verdict.next()).remembering(record))
        .ifPresent(next -> tell(new JobEvent.JobMissed(next, verdict.due())));
  }

  private Optional<Job> renewed(Job job, Firing firing, Instant now) {
    boolean fresh = firing.isClaimedAt(now.plus(CLAIM.dividedBy(2)));
    return fresh
        ? Optional.of(job)
        : ledger.advance(job, state -> state.withPending(firing.claimedBy(owner, now.plus(CLAIM))));
  }

  /** {@return what is to be done about planned times; empty, and at once, if it is not time} */
  private static Optional<Verdict> verdict(Job job, Instant now) {
    return job.state()
        .nextDue()
        .filter(due -> !due.isAfter(now))
        .map(due -> PlannedTimes.of(job.id(), job.schedule(), due).at(due, now));
  }

  private Optional<CommitId> commitOf(Job job) {
    return job.schedule().commits() == CommitPolicy.RUN
        ? commits.current(Path.of(job.location()))
        : Optional.empty();
  }

  @Override
  public void ended(Job job, Firing firing, Ending ending, String detail) {
    Optional<RunId> run = ending == Ending.RAN ? Optional.of(firing.run()) : Optional.empty();
    String whole =
        firing.heldBack().map(why -> detail + "; held back before: " + why).orElse(detail);
    FiringRecord record =
        new FiringRecord(firing.cause(), firing.due(), ending, clock.instant(), run, whole);
    write(() -> ledger.changePending(job, firing, state -> state.ended(record)));
  }

  @Override
  public void givenBack(Job job, Firing firing) {
    write(() -> ledger.changePending(job, firing, state -> state.withPending(firing.unclaimed())));
  }

  /** What cannot be written now is found out by the next look: the journal has the run. */
  private void write(Runnable change) {
    try {
      change.run();
    } catch (RuntimeException e) {
      tell(new JobEvent.TickFailed(Redaction.of(e)));
    }
  }

  private void tell(JobEvent event) {
    listener.heard(event);
  }
}
