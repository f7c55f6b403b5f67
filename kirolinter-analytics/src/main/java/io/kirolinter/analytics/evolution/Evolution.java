package io.kirolinter.analytics.evolution;

import java.util.List;
import java.util.Optional;

/** What a history offers for the improvement of templates. */
public sealed interface Evolution {

  /** {@return the challenger, if there is one} */
  default Optional<Challenger> challenger() {
    return this instanceof Challenger found ? Optional.of(found) : Optional.empty();
  }

  /**
   * A step list that did well, worth an experiment.
   *
   * @param steps as planned, in order
   * @param templates that have these steps, by name
   * @param champion the template that is run most, against which the steps must win
   * @param runs how many ended runs were planned with these steps, failed ones included
   * @param succeeded how many of them succeeded in full
   * @param findingsRemovedPerRun the mean over all of them
   * @param evidence the figures, for people
   * @param condition what must happen before it replaces anything
   * @param command the command that tests it; empty if the champion itself has these steps
   */
  record Challenger(
      List<String> steps,
      List<String> templates,
      String champion,
      int runs,
      int succeeded,
      double findingsRemovedPerRun,
      String evidence,
      String condition,
      Optional<String> command)
      implements Evolution {

    public Challenger {
      steps = List.copyOf(steps);
      templates = List.copyOf(templates);
    }
  }

  /** There is too little to go by. */
  record NotEnoughData(String reason) implements Evolution {}
}
