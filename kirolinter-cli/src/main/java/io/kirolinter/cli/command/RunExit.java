package io.kirolinter.cli.command;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;

/** What a run means for the exit code. */
final class RunExit {

  private RunExit() {}

  /** {@return done for all that ended as it was asked to, or waits; failed for what failed} */
  static int codeOf(Run run) {
    return run.state().status() == RunStatus.FAILED ? ExitCode.WORK_FAILED : ExitCode.DONE;
  }
}
