package io.kirolinter.cli.output;

import io.kirolinter.workflow.schedule.JobEvent;

/** What happens to background jobs, a line each. */
public final class JobText {

  private JobText() {}

  public static String of(JobEvent event) {
    if (event instanceof JobEvent.JobFired fired) {
      return "job %s: run %s started".formatted(fired.job().id(), fired.run());
    }
    if (event instanceof JobEvent.JobEnded ended) {
      String status = ended.run().state().status().label();
      return "job %s: run %s %s".formatted(ended.job().id(), ended.run().id(), status);
    }
    if (event instanceof JobEvent.JobOverlapped late) {
      return "job %s: run %s still goes, so none is started".formatted(late.job().id(), late.run());
    }
    return event instanceof JobEvent.JobFailed failed
        ? "job %s: %s".formatted(failed.job().id(), failed.error())
        : "the jobs could not be looked at: " + ((JobEvent.TickFailed) event).error();
  }
}
