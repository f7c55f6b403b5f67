package io.kirolinter.agents.predict.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.predict.window.Baseline;
import io.kirolinter.agents.predict.window.Window;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real history of three years, in which the same six files are fixed each half-year. */
class BacktestTest {

  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
  private static final int FILES = 12;
  private static final int BAD = 6;
  private static final int HALF_YEARS = 6;

  @TempDir Path temp;

  @Test
  void seesAtEachMomentOnlyWhatWasKnownThen() {
    List<Window> windows = windows();

    assertThat(windows).hasSizeGreaterThanOrEqualTo(4);
    assertThat(windows).allMatch(window -> window.outcome().files() == FILES);
    assertThat(windows).allMatch(window -> window.outcome().positives() == BAD);
    assertThat(sum(windows.get(0).baseline(Baseline.PAST_FIXES)))
        .isLessThan(sum(windows.get(1).baseline(Baseline.PAST_FIXES)));
  }

  @Test
  void findsTheFilesThatAreFixedAgainAndAgain() {
    BacktestReport report = Backtest.report(windows(), 3);

    assertThat(report.counted()).isEqualTo(3);
    assertThat(measure(report, Evaluation.COLD, Measure.AUC)).isEqualTo(1);
    assertThat(measure(report, Baseline.PAST_FIXES.label(), Measure.AUC)).isEqualTo(1);
    assertThat(measure(report, Evaluation.COLD, Measure.BRIER))
        .isLessThan(measure(report, Evaluation.BASE_RATE, Measure.BRIER));
    assertThat(report.differences())
        .anyMatch(one -> one.from().equals(Baseline.SIZE.label()) && one.measure() == Measure.AUC);
  }

  @Test
  void aWindowIsReadBackAsItWasWritten() {
    List<Window> windows = windows();

    List<Window> read = WindowFile.read(WindowFile.write(windows));

    assertThat(Backtest.report(read, 3).orders().toString())
        .isEqualTo(Backtest.report(windows, 3).orders().toString());
  }

  @Test
  void aWindowIsWrittenWithItsBaselinesInTheirOrder() {
    String written = WindowFile.write(windows());

    assertThat(written)
        .containsSubsequence(
            Stream.of(Baseline.values()).map(one -> "\"" + one.name() + "\"").toList());
  }

  @Test
  void saysWhatIsMissingWhereThereIsNoHistory() {
    TestRepository empty = TestRepository.init(temp.resolve("empty"));

    assertThatThrownBy(() -> backtest(empty).windows(3))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("it has no commits");
  }

  @Test
  void countsNoWindowOfAYoungRepository() {
    TestRepository young = TestRepository.init(temp.resolve("young"));
    young.write("src/main/java/A.java", "class A {}\n").commit("Begin", START);

    BacktestReport report = Backtest.report(backtest(young).windows(3), 3);

    assertThat(report.counted()).isZero();
    assertThat(report.orders()).isEmpty();
  }

  private List<Window> windows() {
    TestRepository made = TestRepository.init(temp.resolve("made"));
    for (int file = 0; file < FILES; file++) {
      write(made, file, 0);
    }
    made.commit("Begin", START);
    for (int half = 0; half < HALF_YEARS; half++) {
      Instant at = START.plus(Window.LENGTH.multipliedBy(half)).plus(Duration.ofDays(30));
      for (int file = 0; file < BAD; file++) {
        write(made, file, half + 1);
        made.commit("Fix bug in file " + file, at.plus(Duration.ofDays(file)));
      }
    }
    write(made, 0, 99);
    made.commit("Say more", START.plus(Window.LENGTH.multipliedBy(HALF_YEARS)));
    return backtest(made).windows(3);
  }

  private static void write(TestRepository made, int file, int version) {
    made.write(
        "src/main/java/a/F" + file + ".java",
        "package a;\n\nclass F%d {\n%s  int version = %d;\n}\n"
            .formatted(file, "  int x;\n".repeat(20 - file), version));
  }

  private static Backtest backtest(TestRepository made) {
    return new Backtest(made.open(), Progress.none(), Cancellation.create());
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double measure(BacktestReport report, String order, Measure measure) {
    return report.orders().stream()
        .filter(one -> one.name().equals(order))
        .map(one -> one.measures().get(measure).mean())
        .findFirst()
        .orElseThrow();
  }
}
