package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

/**
 * Where a run goes on from another one: what came before it is taken from there.
 *
 * @param run the origin; it may have been deleted meanwhile
 * @param step the first step that the fork runs itself
 */
public record ForkPoint(RunId run, String step) {

  public ForkPoint {
    requireNonNull(run, "run");
    requireNonNull(step, "step");
  }
}
