package io.kirolinter.cli.output;

import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.workflow.coordinator.RunEvent;
import io.kirolinter.workflow.coordinator.RunListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run while it works: on a terminal one line per step that moves, elsewhere a plain line
 * per step. What others write to the same stream goes through {@link #append}, so that it does not
 * end up in the moving line. Safe for use by many threads.
 */
public final class ProgressLines implements RunListener, Appendable {

  private static final Duration SHOWN_EVERY = Duration.ofMillis(100);

  private final PrintWriter err;
  private final LineStyle style;
  private final InstantSource clock;
  private String step = "";
  private Instant started = Instant.EPOCH;
  private Instant shown = Instant.EPOCH;
  private int shownLength;
  private IntSupplier columns = () -> 0;

  /** How progress is shown. */
  public enum LineStyle {
    /** A line that is written over again and again. */
    LIVE,
    /** A line when a step ends. */
    PLAIN,
    /** Nothing but warnings. */
    QUIET
  }

  public ProgressLines(PrintWriter err, LineStyle style, InstantSource clock) {
    this.err = err;
    this.style = style;
    this.clock = clock;
  }

  /** Cuts moving lines off at the width of the terminal; 0 while that is not known. */
  public synchronized void fitInto(IntSupplier width) {
    columns = width;
  }

  @Override
  public synchronized void heard(RunEvent event) {
    if (event instanceof RunEvent.StepStarted started) {
      begin(started);
    } else if (event instanceof RunEvent.StepProgress progress) {
      show(progress);
    } else if (event instanceof RunEvent.StepEnded ended) {
      end(ended);
    } else {
      tell(event);
    }
  }

  @Override
  public synchronized ProgressLines append(@Nullable CharSequence text) {
    clearLine();
    err.append(text);
    return this;
  }

  @Override
  public synchronized ProgressLines append(@Nullable CharSequence text, int start, int end) {
    return append(String.valueOf(text).substring(start, end));
  }

  @Override
  public ProgressLines append(char one) {
    return append(String.valueOf(one));
  }

  private void begin(RunEvent.StepStarted started) {
    step = "[%d/%d] %s".formatted(started.number(), started.total(), started.step().name());
    this.started = clock.instant();
    live(step);
  }

  private void show(RunEvent.StepProgress progress) {
    Instant now = clock.instant();
    if (Duration.between(shown, now).compareTo(SHOWN_EVERY) < 0) {
      return;
    }
    shown = now;
    Duration elapsed = Duration.between(started, now);
    live("%s %s%s".formatted(step, counts(progress), times(progress, elapsed)));
  }

  private static String counts(RunEvent.StepProgress progress) {
    return progress.total() == 0
        ? "%d %s".formatted(progress.done(), progress.what())
        : "%d/%d %s".formatted(progress.done(), progress.total(), progress.what());
  }

  private static String times(RunEvent.StepProgress progress, Duration elapsed) {
    String shown = String.format(Locale.ROOT, ", %.1f s", elapsed.toMillis() / 1000.0);
    if (progress.total() == 0 || progress.done() == 0) {
      return shown;
    }
    double left = (double) (progress.total() - progress.done()) / progress.done();
    return shown + String.format(Locale.ROOT, ", %.1f s left", elapsed.toMillis() * left / 1000);
  }

  private void end(RunEvent.StepEnded ended) {
    String outcome = ended.step().outcome().map(StepOutcome::label).orElse("");
    String seconds =
        String.format(Locale.ROOT, "%.1f s", ended.step().duration().toMillis() / 1000.0);
    plain(
        "%-10s %s in %s: %s"
            .formatted(ended.step().name(), outcome, seconds, ended.step().summary()));
  }

  private void tell(RunEvent event) {
    if (event instanceof RunEvent.RunTakenOver taken) {
      plain("going on with run " + taken.id() + ", whose process was lost");
    } else if (event instanceof RunEvent.WaitingForRun waiting) {
      plain("waiting for run " + waiting.holder() + " of " + waiting.owner());
    } else if (event instanceof RunEvent.StepRetried retried) {
      plain("%s failed, is tried again: %s".formatted(retried.step(), retried.error()));
    } else if (event instanceof RunEvent.StepPostponed postponed) {
      plain("%s waits: %s".formatted(postponed.step(), postponed.summary()));
    } else if (event instanceof RunEvent.RunLeft left) {
      warn("run %s could not be ended: %s".formatted(left.id(), left.reason()));
    }
  }

  private void live(String whole) {
    if (style == LineStyle.LIVE) {
      int width = columns.getAsInt();
      String text = width > 0 && whole.length() >= width ? whole.substring(0, width - 1) : whole;
      err.print("\r" + text + " ".repeat(Math.max(0, shownLength - text.length())));
      err.flush();
      shownLength = text.length();
    }
  }

  private void plain(String text) {
    if (style != LineStyle.QUIET) {
      warn(text);
    }
  }

  private void warn(String text) {
    clearLine();
    err.println(text);
    err.flush();
  }

  private void clearLine() {
    if (shownLength > 0) {
      err.print("\r" + " ".repeat(shownLength) + "\r");
      shownLength = 0;
    }
  }
}
