package io.kirolinter.core.store.privacy;

import io.kirolinter.core.experiment.ExperimentStore;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.schedule.JobStore;
import io.kirolinter.core.store.ResultCache;

/**
 * Puts the parts of a store behind the boundary that keeps secrets out. Every implementation of
 * {@link io.kirolinter.core.store.Stores} hands out its parts behind it, which the contract suites
 * check; what passes is in the words of {@link io.kirolinter.core.memory.Redaction}.
 *
 * <ul>
 *   <li>What people read is masked: observations, names of counters, summaries and errors of steps,
 *       every text of an artifact, and of the plan and the results of an experiment, however deep.
 *   <li>What a program must find again as it was is refused with an {@link
 *       io.kirolinter.core.error.InvalidRequestException} that names it: the options of a run and
 *       of a job, such as a verify command with a password in it.
 *   <li>What can be computed again is not kept: an entry of a cache.
 *   <li>The identity and the location of a repository pass as they are: they hold no credentials,
 *       and a run could not be resumed without them.
 * </ul>
 */
public final class PrivacyBoundary {

  private PrivacyBoundary() {}

  public static PatternMemory before(PatternMemory memory) {
    return new PrivateMemory(memory);
  }

  public static RunJournal before(RunJournal journal) {
    return new PrivateJournal(journal);
  }

  public static JobStore before(JobStore jobs) {
    return new PrivateJobs(jobs);
  }

  public static ExperimentStore before(ExperimentStore experiments) {
    return new PrivateExperiments(experiments);
  }

  public static ResultCache before(ResultCache cache) {
    return new PrivateCache(cache);
  }
}
