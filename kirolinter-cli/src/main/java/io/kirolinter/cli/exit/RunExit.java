package io.kirolinter.cli.exit;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;

/** What a run means for the exit code. */
public final class RunExit {

  private RunExit() {}

  /**
   * {@return done for all that ended as it was asked to, or waits for a time; failed for what
   * failed; and a code of its own for a run that waits for the answer of a person}
   */
  public static int codeOf(Run run) {
    if (run.state().dialogue().open().isPresent()) {
      return ExitCode.WAITS_FOR_ANSWER;
    }
    return run.state().status() == RunStatus.FAILED ? ExitCode.WORK_FAILED : ExitCode.DONE;
  }
}
