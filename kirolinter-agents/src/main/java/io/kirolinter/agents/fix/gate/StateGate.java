package io.kirolinter.agents.fix.gate;

import io.kirolinter.agents.fix.change.FileChange;
import java.util.List;

/** A check of all changed files together. */
public interface StateGate {

  /** {@return its name for people, such as {@code compiler}} */
  String name();

  /**
   * Checks a state.
   *
   * @param changes the files that differ from the snapshot
   * @throws java.util.concurrent.CancellationException if the work is cancelled meanwhile
   */
  Verdict check(List<FileChange> changes);
}
