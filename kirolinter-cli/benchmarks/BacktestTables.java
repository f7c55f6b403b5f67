import io.kirolinter.agents.predict.backtest.BacktestReport;
import io.kirolinter.agents.predict.backtest.BacktestReport.Difference;
import io.kirolinter.agents.predict.backtest.BacktestReport.Order;
import io.kirolinter.agents.predict.backtest.Evaluation;
import io.kirolinter.agents.predict.backtest.Measure;
import io.kirolinter.agents.predict.backtest.WindowFile;
import io.kirolinter.agents.predict.backtest.WindowScores;
import io.kirolinter.agents.predict.metric.Estimate;
import io.kirolinter.agents.predict.model.Example;
import io.kirolinter.agents.predict.model.ModelFit;
import io.kirolinter.agents.predict.model.RiskModel;
import io.kirolinter.agents.predict.window.Baseline;
import io.kirolinter.agents.predict.window.Window;
import io.kirolinter.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of docs/prediction.md, from windows that {@code agent predict --export-windows} wrote.
 *
 * <p>Arguments: a folder, the names of the repositories to fit on, {@code --}, the names of those that
 * only confirm. Of the first, each is judged by a model that was fitted on the others; the last by
 * the model of all the first, which is written to {@code cold-model.json} in the folder.
 */
final class BacktestTables {

  private static final int JUDGED = 8;

  /** Windows with fewer fixed files teach nothing. */
  private static final int FEWEST_POSITIVES = 3;

  private final Map<String, List<Window>> windows = new LinkedHashMap<>();

  public static void main(String[] arguments) throws IOException {
    List<String> names = List.of(arguments).subList(1, arguments.length);
    int middle = !names.contains("--") ? names.size() : names.indexOf("--");
    BacktestTables tables = new BacktestTables();
    Path folder = Path.of(arguments[0]);
    for (String name : names) {
      if (!name.equals("--")) {
        tables.windows.put(name, WindowFile.read(Files.readString(folder.resolve(name + ".jsonl"))));
      }
    }
    List<String> fitted = names.subList(0, middle);
    List<String> confirming =
        middle == names.size() ? List.of() : names.subList(middle + 1, names.size());
    tables.print(folder, fitted, confirming);
  }

  private void print(Path folder, List<String> fitted, List<String> confirming) throws IOException {
    RiskModel shipped = fit(fitted, Optional.empty());
    Files.writeString(folder.resolve("cold-model.json"), Json.writePretty(sorted(shipped)) + "\n");
    Map<String, List<WindowScores>> development = new LinkedHashMap<>();
    fitted.forEach(name -> development.put(name, scores(name, fit(fitted, Optional.of(name)))));
    Map<String, List<WindowScores>> confirmation = new LinkedHashMap<>();
    confirming.forEach(name -> confirmation.put(name, scores(name, shipped)));
    table("Fitted on the others", development);
    if (!confirmation.isEmpty()) {
      table("Never fitted on", confirmation);
      Map<String, List<WindowScores>> all = new LinkedHashMap<>(development);
      all.putAll(confirmation);
      table("All", all);
    }
  }

  private RiskModel fit(List<String> names, Optional<String> without) {
    List<Example> examples =
        names.stream()
            .filter(name -> !without.equals(Optional.of(name)))
            .flatMap(name -> windows.get(name).stream())
            .map(Window::example)
            .filter(one -> one.outcome().positives() >= FEWEST_POSITIVES)
            .toList();
    return ModelFit.cold(examples);
  }

  private List<WindowScores> scores(String name, RiskModel model) {
    return Evaluation.of(windows.get(name), JUDGED, model);
  }

  private static Map<String, Object> sorted(RiskModel model) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("intercept", rounded(model.intercept()));
    Map<Object, Double> coefficients = new TreeMap<>();
    model.coefficients().forEach((feature, value) -> coefficients.put(feature, rounded(value)));
    fields.put("coefficients", coefficients);
    return fields;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  private static void table(String title, Map<String, List<WindowScores>> repositories) {
    BacktestReport report = BacktestReport.of(repositories.values());
    say("### %s: %d repositories, %d windows", title, repositories.size(), report.counted());
    say("");
    say("| order | %s |", headings(Stream.of(Measure.values())));
    say("|---|---|---|---|---|---|");
    report.orders().forEach(order -> say("| %s | %s |", order.name(), cells(order)));
    say("");
    say("| the model as used, less | measure | difference | windows won |");
    say("|---|---|---|---|");
    report.differences().forEach(one -> difference(one, report.counted()));
    say("");
    byRepository(repositories);
  }

  private static void difference(Difference one, int windows) {
    Estimate estimate = one.estimate();
    say(
        "| %s | %s | %+.4f [%+.4f, %+.4f] | %d of %d |",
        one.from(),
        one.measure().label(),
        estimate.mean(),
        estimate.low(),
        estimate.high(),
        one.won(),
        windows);
  }

  private static void byRepository(Map<String, List<WindowScores>> repositories) {
    List<Measure> measures = List.of(Measure.values());
    say(
        "| repository | windows | own model in | AUC of size | AUC of bugspots | %s | Brier of base rate |",
        headings(measures.stream()));
    say("|---|---|---|---|---|---|---|---|---|---|---|");
    repositories.forEach(
        (name, scores) -> {
          BacktestReport report = BacktestReport.of(List.of(scores));
          if (report.counted() > 0) {
            say(
                "| %s | %d | %d | %s | %s | %s | %s |",
                name,
                report.counted(),
                scores.stream().filter(WindowScores::ownModel).count(),
                cell(report, Baseline.SIZE.label(), Measure.AUC),
                cell(report, Baseline.BUGSPOTS.label(), Measure.AUC),
                measures.stream()
                    .map(measure -> cell(report, Evaluation.ADAPTIVE, measure))
                    .collect(Collectors.joining(" | ")),
                cell(report, Evaluation.BASE_RATE, Measure.BRIER));
          }
        });
    say("");
  }

  private static String cell(BacktestReport report, String order, Measure measure) {
    return report.orders().stream()
        .filter(one -> one.name().equals(order))
        .map(one -> figure(one.measures().get(measure), measure))
        .findFirst()
        .orElse("–");
  }

  private static String cells(Order order) {
    return Stream.of(Measure.values())
        .map(measure -> figure(order.measures().get(measure), measure))
        .collect(Collectors.joining(" | "));
  }

  private static String figure(Estimate estimate, Measure measure) {
    if (estimate == null) {
      return "–";
    }
    return String.format(Locale.ROOT, measure == Measure.BRIER ? "%.4f" : "%.3f", estimate.mean());
  }

  private static String headings(Stream<Measure> measures) {
    return measures.map(Measure::label).collect(Collectors.joining(" | "));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
