package io.kirolinter.cli.output;

import io.kirolinter.cli.output.ProgressLines.LineStyle;
import io.kirolinter.core.progress.Progress;
import java.io.PrintWriter;

/**
 * Shows work that is no run: on a terminal one line that moves, elsewhere a line for each thing
 * that is counted. Safe for use by many threads.
 */
public final class PhaseLines implements Progress, AutoCloseable {

  private final PrintWriter err;
  private final LineStyle style;
  private String phase = "";
  private int shownLength;

  public PhaseLines(PrintWriter err, LineStyle style) {
    this.err = err;
    this.style = style;
  }

  @Override
  public synchronized void update(String what, long done, long total) {
    if (style == LineStyle.LIVE) {
      live(
          total == 0
              ? "%,d %s".formatted(done, what)
              : "%,d of %,d %s".formatted(done, total, what));
    } else if (style == LineStyle.PLAIN && !what.equals(phase)) {
      err.println("reading " + what + " ...");
      err.flush();
    }
    phase = what;
  }

  /** Takes the moving line away. */
  @Override
  public synchronized void close() {
    if (shownLength > 0) {
      live("");
      err.print("\r");
      err.flush();
    }
  }

  private void live(String text) {
    err.print("\r" + text + " ".repeat(Math.max(0, shownLength - text.length())));
    err.flush();
    shownLength = text.length();
  }
}
