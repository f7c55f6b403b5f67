package io.kirolinter.analytics.experiment;

/** Runs a template once, in a place of its own. */
@FunctionalInterface
public interface TrialRunner {

  /**
   * Runs the template, sharing nothing with the other run of its pair that could help or hinder it:
   * a fresh worktree of the same commit, caches equally warm, the ordinary history untouched.
   *
   * @throws io.kirolinter.core.error.WorkFailedException if there was no run at all; the pair is
   *     then counted as missing. Anything else thrown ends the experiment, to be gone on with later
   * @throws InterruptedException if the experiment is stopped
   */
  Trial run(TrialRequest request) throws InterruptedException;
}
