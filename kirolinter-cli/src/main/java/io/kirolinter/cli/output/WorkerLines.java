package io.kirolinter.cli.output;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.workflow.coordinator.RunEvent;
import io.kirolinter.workflow.coordinator.RunListener;
import io.kirolinter.workflow.worker.WorkerEvent;
import io.kirolinter.workflow.worker.WorkerListener;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows what a worker does, a line for each step, with the run in front as several go on at a time;
 * and counts how its runs ended. Safe for use by many threads.
 */
public final class WorkerLines implements RunListener, WorkerListener {

  private final PrintWriter err;
  private final ProgressLines.LineStyle style;
  private final Map<RunStatus, Integer> ended = new EnumMap<>(RunStatus.class);
  private int dropped;

  public WorkerLines(PrintWriter err, ProgressLines.LineStyle style) {
    this.err = err;
    this.style = style;
  }

  /** {@return how the runs ended up to now} */
  public synchronized WorkerSummary summary(String worker) {
    return new WorkerSummary(worker, ended, dropped);
  }

  /** Shows a line of somebody else's. */
  public synchronized void tell(String line) {
    if (style != ProgressLines.LineStyle.QUIET) {
      warn(line);
    }
  }

  @Override
  public void heard(RunEvent event) {
    if (event instanceof RunEvent.StepEnded one) {
      tell(one.id(), step(one.step()));
    } else if (event instanceof RunEvent.RunTakenOver one) {
      tell(one.id(), "goes on here, its process was lost");
    } else if (event instanceof RunEvent.StepRetried one) {
      tell(one.id(), "%s failed, is tried again: %s".formatted(one.step(), one.error()));
    } else if (event instanceof RunEvent.StepPostponed one) {
      tell(one.id(), "%s waits: %s".formatted(one.step(), one.summary()));
    }
  }

  @Override
  public void heard(WorkerEvent event) {
    if (event instanceof WorkerEvent.RunTaken one) {
      Run run = one.run();
      tell(run.id(), "taken: %s of %s".formatted(run.plan().template(), run.plan().repository()));
    } else if (event instanceof WorkerEvent.RunDone one) {
      done(one.run());
    } else if (event instanceof WorkerEvent.RunGivenBack one) {
      tell(one.run(), "given back: " + one.why());
    } else if (event instanceof WorkerEvent.RunDropped one) {
      dropped(one);
    } else if (event instanceof WorkerEvent.LeftRunQueued one) {
      tell(one.run().id(), "queued again, its process was lost");
    } else if (event instanceof WorkerEvent.LookFailed one) {
      warn("The queue could not be used, and is tried again: " + one.error());
    }
  }

  private synchronized void done(Run run) {
    ended.merge(run.state().status(), 1, Integer::sum);
    tell(run.id(), run.state().status().label());
  }

  private synchronized void dropped(WorkerEvent.RunDropped event) {
    dropped++;
    warn("%s  dropped: %s".formatted(event.run(), event.why()));
  }

  private void tell(RunId run, String what) {
    tell("%s  %s".formatted(run, what));
  }

  private synchronized void warn(String line) {
    err.println(line);
    err.flush();
  }

  private static String step(StepRecord step) {
    return String.format(
        Locale.ROOT,
        "%-10s %s in %.1f s: %s",
        step.name(),
        step.outcome().map(StepOutcome::label).orElse(""),
        step.duration().toMillis() / 1000.0,
        step.summary());
  }
}
