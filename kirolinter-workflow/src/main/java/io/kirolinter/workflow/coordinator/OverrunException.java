package io.kirolinter.workflow.coordinator;

import java.time.Duration;

/** An attempt of a step took longer than its limit. */
final class OverrunException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Attempt.Remedy remedy;

  private OverrunException(String message, Attempt.Remedy remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** {@return the overrun of an attempt that stopped when it was told to} */
  static OverrunException stopped(String step, Duration limit, Throwable end) {
    OverrunException overrun = new OverrunException(text(step, limit), Attempt.Remedy.TRY_AGAIN);
    overrun.initCause(end);
    return overrun;
  }

  /** {@return the overrun of an attempt that went on; another one beside it would do harm} */
  static OverrunException deaf(String step, Duration limit, Duration grace) {
    String text =
        "%s, nor within %s after it was told to stop; what it still does counts no more"
            .formatted(text(step, limit), TimeText.of(grace));
    return new OverrunException(text, Attempt.Remedy.GIVE_UP);
  }

  Attempt.Remedy remedy() {
    return remedy;
  }

  private static String text(String step, Duration limit) {
    return "step '%s' did not end within its limit of %s".formatted(step, TimeText.of(limit));
  }
}
