package io.kirolinter.workflow.retention;

import io.kirolinter.core.run.Run;
import java.nio.file.Path;

/** Knows which runs people may still need. Asked about runs only that have changed files. */
public interface RunsInUse {

  /**
   * {@return whether people may still merge what the run proposed; such a run is never deleted}
   *
   * <p>Where that cannot be found out, the answer is yes.
   */
  boolean isProposalOpen(Run run);

  /**
   * {@return whether the run's folder holds what is needed to restore files; such a run is deleted
   * for its age only, not because there are many others}
   */
  boolean isRestorable(Path runFolder);

  /** {@return nobody needs any} */
  static RunsInUse none() {
    return new RunsInUse() {
      @Override
      public boolean isProposalOpen(Run run) {
        return false;
      }

      @Override
      public boolean isRestorable(Path runFolder) {
        return false;
      }
    };
  }
}
