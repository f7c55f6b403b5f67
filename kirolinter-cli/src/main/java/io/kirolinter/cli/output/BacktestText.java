package io.kirolinter.cli.output;

import io.kirolinter.agents.predict.backtest.BacktestReport;
import io.kirolinter.agents.predict.backtest.BacktestReport.Difference;
import io.kirolinter.agents.predict.backtest.BacktestReport.Order;
import io.kirolinter.agents.predict.backtest.Measure;
import io.kirolinter.agents.predict.backtest.WindowScores;
import io.kirolinter.agents.predict.metric.Estimate;
import io.kirolinter.core.notice.Counted;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a backtest: what each half-year had, and how good each order was. */
public final class BacktestText {

  private static final String UNKNOWN = "-";

  private final BacktestReport report;
  private final StringBuilder out = new StringBuilder();

  private BacktestText(BacktestReport report) {
    this.report = report;
  }

  public static String of(BacktestReport report) {
    BacktestText text = new BacktestText(report);
    text.addWindows();
    if (report.counted() > 0) {
      text.addOrders();
      text.addDifferences();
    }
    return text.out.toString();
  }

  private void addWindows() {
    line(
        "%s of half a year each; %d with enough fixed files to count.",
        Counted.of(report.windows().size(), "window"), report.counted());
    report.windows().forEach(this::addWindow);
    if (report.counted() == 0) {
      line("Too little happened to judge by: a window counts from 5 fixed files on.");
    }
  }

  private void addWindow(WindowScores window) {
    line(
        "  from %s: %s, %d fixed%s",
        window.at().atOffset(ZoneOffset.UTC).toLocalDate(),
        Counted.of(window.files(), "file"),
        window.fixed(),
        window.ownModel() ? "; by a model fitted on this repository" : "");
  }

  private void addOrders() {
    line("");
    line(
        "%-20s %s",
        "Mean, 95 % interval",
        Stream.of(Measure.values())
            .map(measure -> "%-21s".formatted(measure.label()))
            .collect(Collectors.joining()));
    report.orders().forEach(order -> line("%-20s %s", order.name(), cells(order)));
    line("Of the lines and Popt, files are read in the order of their score for each line.");
  }

  private static String cells(Order order) {
    return Stream.of(Measure.values())
        .map(measure -> cell(Optional.ofNullable(order.measures().get(measure))))
        .map("%-21s"::formatted)
        .collect(Collectors.joining())
        .stripTrailing();
  }

  private static String cell(Optional<Estimate> estimate) {
    return estimate
        .map(
            one ->
                String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", one.mean(), one.low(), one.high()))
        .orElse(UNKNOWN);
  }

  private void addDifferences() {
    line("");
    line("How much higher the model is, as used:");
    for (Difference one : report.differences()) {
      line(
          "  than %-20s %-18s %+.3f [%+.3f, %+.3f], higher in %d of %d",
          one.from(),
          one.measure().label(),
          one.estimate().mean(),
          one.estimate().low(),
          one.estimate().high(),
          one.won(),
          report.counted());
    }
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
