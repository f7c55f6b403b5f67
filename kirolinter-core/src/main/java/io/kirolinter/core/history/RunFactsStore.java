package io.kirolinter.core.history;

import java.util.function.Consumer;

/**
 * The facts of runs that are over. They are written in the moment in which a run ends, as one with
 * its last state, and deleted with the run: nobody ever sees the one without the other.
 *
 * <p>To read the facts of a run costs microseconds, as its plan, its state and what its steps
 * produced are not looked at. Safe for use by many threads and many processes.
 */
public interface RunFactsStore {

  /**
   * Shows the facts of the runs that are asked for: those of one repository in the order in which
   * they were made, and one repository after the other. The visitor must be quick, and must not use
   * the stores.
   *
   * @throws io.kirolinter.core.error.StoreException if the store cannot be reached
   */
  void visit(FactsQuery query, Consumer<RunFacts> visitor);
}
