package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a run went on in another mode.
 *
 * @param person who wanted it so
 * @param answersBefore how many answers had been given until then
 */
public record ModeSwitch(RunMode from, RunMode to, Instant at, String person, int answersBefore) {

  public ModeSwitch {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(at, "at");
    requireNonNull(person, "person");
  }
}
