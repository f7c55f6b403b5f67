package io.kirolinter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.cli.output.ProgressLines.LineStyle;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.workflow.coordinator.RunEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private static final RunId RUN = RunId.of("20261122-181530-4f2ac1");
  private static final RunId OTHER = RunId.of("20261122-181530-000002");

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final StringWriter err = new StringWriter();

  @Test
  void rewritesOneLineAtATerminalWithCountsElapsedAndRemainingTime() {
    ProgressLines lines = lines(LineStyle.LIVE);

    lines.heard(started("analyze"));
    clock.advance(Duration.ofSeconds(2));
    lines.heard(new RunEvent.StepProgress(RUN, "analyze", "files", 25, 100));

    assertThat(err).hasToString("\r[2/3] analyze\r[2/3] analyze 25/100 files, 2.0 s, 6.0 s left");
  }

  @Test
  void coversALongerLineWhole() {
    ProgressLines lines = lines(LineStyle.LIVE);
    lines.heard(started("analyze"));
    clock.advance(Duration.ofSeconds(1));
    lines.heard(new RunEvent.StepProgress(RUN, "analyze", "files", 1, 100));
    clock.advance(Duration.ofSeconds(99));

    lines.heard(new RunEvent.StepProgress(RUN, "analyze", "f", 100, 100));

    String[] shown = err.toString().split("\r", -1);
    assertThat(shown[3]).startsWith("[2/3] analyze 100/100 f, 100.0 s, 0.0 s left");
    assertThat(shown[3].length()).isGreaterThanOrEqualTo(shown[2].length());
  }

  @Test
  void showsNoRemainingTimeWhileTheTotalIsUnknown() {
    ProgressLines lines = lines(LineStyle.LIVE);
    lines.heard(started("predict"));
    clock.advance(Duration.ofMillis(1500));

    lines.heard(new RunEvent.StepProgress(RUN, "predict", "commits", 7, 0));

    assertThat(err.toString()).endsWith("\r[2/3] predict 7 commits, 1.5 s");
  }

  @Test
  void movesTenTimesASecondAtMost() {
    ProgressLines lines = lines(LineStyle.LIVE);
    lines.heard(started("analyze"));
    for (int done = 1; done <= 1000; done++) {
      clock.advance(Duration.ofMillis(1));
      lines.heard(new RunEvent.StepProgress(RUN, "analyze", "files", done, 1000));
    }

    assertThat(err.toString().chars().filter(one -> one == '\r')).hasSizeBetween(10, 12);
  }

  @Test
  void replacesTheMovingLineByWhatTheStepCameTo() {
    ProgressLines lines = lines(LineStyle.LIVE);
    lines.heard(started("analyze"));
    clock.advance(Duration.ofSeconds(3));

    lines.heard(new RunEvent.StepEnded(RUN, ended("analyze")));

    assertThat(err)
        .hasToString(
            "\r[2/3] analyze\r             \ranalyze    succeeded in 3.0 s: 2 findings"
                + System.lineSeparator());
  }

  @Test
  void letsOthersWriteOnLinesOfTheirOwn() throws IOException {
    ProgressLines lines = lines(LineStyle.LIVE);
    lines.heard(started("notify"));

    lines.append("one").append(" two ", 1, 4).append('\n');

    assertThat(err).hasToString("\r[2/3] notify\r            \ronetwo\n");
  }

  @Test
  void printsOneLineAStepWithoutATerminal() {
    ProgressLines lines = lines(LineStyle.PLAIN);
    lines.heard(started("analyze"));
    clock.advance(Duration.ofSeconds(3));
    lines.heard(new RunEvent.StepProgress(RUN, "analyze", "files", 25, 100));

    lines.heard(new RunEvent.StepEnded(RUN, ended("analyze")));

    assertThat(err)
        .hasToString("analyze    succeeded in 3.0 s: 2 findings" + System.lineSeparator());
  }

  @Test
  void tellsWhatHoldsARunUp() {
    ProgressLines lines = lines(LineStyle.PLAIN);

    lines.heard(new RunEvent.RunTakenOver(SampleRuns.reading(1)));
    lines.heard(new RunEvent.WaitingForRun(RUN, OTHER, "pid-7"));
    lines.heard(new RunEvent.StepRetried(RUN, "notify", 1, "disk full", Duration.ofSeconds(1)));
    lines.heard(new RunEvent.StepPostponed(RUN, "integrate", clock.instant(), "rate limit"));
    lines.heard(new RunEvent.RunLeft(RUN, "no such folder"));

    assertThat(err.toString().lines())
        .containsExactly(
            "going on with run 20261122-181530-000001, whose process was lost",
            "waiting for run " + OTHER + " of pid-7",
            "notify failed, is tried again: disk full",
            "integrate waits: rate limit",
            "run " + RUN + " could not be ended: no such folder");
  }

  @Test
  void saysNothingWhenQuietButWhatIsWrong() {
    ProgressLines lines = lines(LineStyle.QUIET);
    lines.heard(started("analyze"));
    clock.advance(Duration.ofSeconds(3));
    lines.heard(new RunEvent.StepProgress(RUN, "analyze", "files", 25, 100));
    lines.heard(new RunEvent.StepEnded(RUN, ended("analyze")));
    lines.heard(new RunEvent.WaitingForRun(RUN, OTHER, "pid-7"));
    assertThat(err.toString()).isEmpty();

    lines.heard(new RunEvent.RunLeft(RUN, "no such folder"));

    assertThat(err.toString()).startsWith("run " + RUN + " could not be ended");
  }

  private ProgressLines lines(LineStyle style) {
    return new ProgressLines(new PrintWriter(err), style, clock);
  }

  private static RunEvent started(String step) {
    return new RunEvent.StepStarted(RUN, StepDescription.of(step, "Does it."), 2, 3, 1);
  }

  private StepRecord ended(String step) {
    return new StepRecord(
        step,
        Optional.of(StepOutcome.SUCCEEDED),
        1,
        clock.instant().minusSeconds(3),
        Optional.of(clock.instant()),
        "2 findings",
        Optional.empty());
  }
}
