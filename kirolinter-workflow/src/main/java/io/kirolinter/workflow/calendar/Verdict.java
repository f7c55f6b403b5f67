package io.kirolinter.workflow.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done about a schedule at a moment.
 *
 * @param action what to do
 * @param due the planned time that it is about
 * @param next the first planned time that is still to come; empty if there is none
 */
public record Verdict(Action action, Instant due, Optional<Instant> next) {

  /** What to do. */
  public enum Action {
    /** Nothing, it is not time. */
    WAIT,
    /** To fire, for the planned time, which has come just now. */
    FIRE,
    /** To fire late, for one or more planned times at which nobody was there. */
    MAKE_UP,
    /** To go on to the next time: the planned times have passed, and are not made up for. */
    LEAVE_OUT
  }

  /** {@return whether a run is to be started} */
  public boolean fires() {
    return action == Action.FIRE || action == Action.MAKE_UP;
  }
}
