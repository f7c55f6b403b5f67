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

  /**
   * Checks a state again that has failed. A gate that is not at the mercy of chance gives its first
   * verdict; another one may find out that it cannot tell.
   *
   * @param first what it said about the same state before
   */
  default Verdict again(List<FileChange> changes, Verdict first) {
    return first;
  }
}
