package io.kirolinter.core.store;

import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.history.RunFactsStore;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.core.work.WorkQueue;

/**
 * All that is kept between runs, behind one door. Whoever opens it closes it. Safe for use by many
 * threads.
 */
public interface Stores extends AutoCloseable {

  RunJournal journal();

  RunFactsStore facts();

  PatternMemory memory();

  JobStore jobs();

  WorkQueue queue();

  ExperimentStore experiments();

  ResultCache cache();

  Upkeep upkeep();

  @Override
  void close();
}
