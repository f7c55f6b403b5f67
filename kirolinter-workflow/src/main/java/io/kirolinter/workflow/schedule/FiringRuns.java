package io.kirolinter.workflow.schedule;

import io.kirolinter.core.run.RunId;
import io.kirolinter.core.schedule.Firing;
import io.kirolinter.core.schedule.FiringRecord.Ending;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.workflow.coordinator.RunHandle;
import java.util.Optional;

/** The runs of firings: how far they are, and how they are started. */
interface FiringRuns {

  /** How far a run is, as far as this process can see. */
  enum Progress {
    /** There is no such run, or it waits in the queue of this process or another. */
    NOT_BEGUN,
    /** Some process works on it. */
    GOING,
    /** It has begun, and the process that worked on it was lost, or has given it back. */
    LEFT,
    /** Nothing more is to be seen to by the job. */
    OVER
  }

  /**
   * What is seen of a run.
   *
   * @param status the status of the run for people; empty if there is none
   */
  record Sight(Progress progress, String status) {}

  /** Hears, in any thread, when this process is done with a run that it was told to start. */
  interface Follower {

    /** The run has come to an end that is known. */
    void ended(Job job, Firing firing, Ending ending, String detail);

    /** The run was given back, for whoever is there to go on with it. */
    void givenBack(Job job, Firing firing);
  }

  Sight sight(RunId run);

  /** {@return whether this process has started the run and is not done with it} */
  boolean isHere(RunId run);

  /** {@return whether the id names no run yet} */
  boolean isFree(RunId run);

  /**
   * Starts the run of a firing, or goes on with it if it is there already.
   *
   * @return the run, where it can be waited for
   * @throws RuntimeException if it cannot be started
   */
  Optional<RunHandle> start(Job job, Firing firing, Follower follower);
}
