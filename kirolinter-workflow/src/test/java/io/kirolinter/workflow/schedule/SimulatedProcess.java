package io.kirolinter.workflow.schedule;

import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A process that fires jobs by a clock that the test moves. Its runs take a fixed time, and do
 * nothing; it can be killed at the moment when it has claimed a firing. For one thread.
 */
final class SimulatedProcess implements FiringRuns {

  /** A run that was really started. */
  record Started(String job, Instant due, Instant at, RunId run) {}

  private record Going(Job job, Firing firing, Follower follower, Instant end) {}

  private final InstantSource clock;
  private final Map<String, Duration> lengths;
  private final BooleanSupplier killed;
  private final List<Started> started;
  private final Set<RunId> begun;
  private final Map<RunId, Going> going = new HashMap<>();
  private final JobRound round;
  private final JobStore store;
  private Optional<String> diedOf = Optional.empty();

  /**
   * A process that is there from now on.
   *
   * @param lengths how long the runs of each job take
   * @param killed tells, at each claim, whether the process dies of it
   * @param started where it notes the runs that it starts
   * @param begun the runs that any process has started
   */
  SimulatedProcess(
      JobStore store,
      InstantSource clock,
      String name,
      Map<String, Duration> lengths,
      BooleanSupplier killed,
      List<Started> started,
      Set<RunId> begun) {
    this.store = store;
    this.clock = clock;
    this.lengths = lengths;
    this.killed = killed;
    this.started = started;
    this.begun = begun;
    round =
        new JobRound(
            new JobLedger(store),
            this,
            WorkLimits.none(),
            CommitWatch.none(),
            clock,
            JobListener.none(),
            name);
  }

  /** Ends the runs whose time is over, then looks at all jobs. */
  void tick() {
    endRuns();
    for (Job job : store.list()) {
      if (diedOf.isEmpty()) {
        var unused = round.attend(job);
      }
    }
  }

  /** {@return the job that this process had claimed a firing of when it was killed} */
  Optional<String> diedOf() {
    return diedOf;
  }

  void endRuns() {
    List<Going> over =
        going.values().stream().filter(run -> !run.end().isAfter(clock.instant())).toList();
    for (Going run : over) {
      going.remove(run.firing().run());
      run.follower().ended(run.job(), run.firing(), Ending.RAN, "succeeded");
    }
  }

  @Override
  public Sight sight(RunId run) {
    return begun.contains(run)
        ? new Sight(Progress.GOING, "running")
        : new Sight(Progress.NOT_BEGUN, "");
  }

  @Override
  public boolean isHere(RunId run) {
    return going.containsKey(run);
  }

  @Override
  public boolean isFree(RunId run) {
    return !begun.contains(run);
  }

  @Override
  public Optional<RunHandle> start(Job job, Firing firing, Follower follower) {
    if (killed.getAsBoolean()) {
      diedOf = Optional.of(job.id());
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!begun.add(firing.run())) {
      throw new AssertionError("a second run " + firing.run() + " of " + job.id());
    }
    started.add(new Started(job.id(), firing.due(), now, firing.run()));
    Instant end = now.plus(lengths.getOrDefault(job.id(), Duration.ZERO));
    going.put(firing.run(), new Going(job, firing, follower, end));
    return Optional.empty();
  }

  /** Whoever has died ends no run: they are those of the process that follows. */
  void inherit(SimulatedProcess before) {
    going.putAll(before.going);
    new HashSet<>(before.going.keySet()).forEach(before.going::remove);
  }
}
