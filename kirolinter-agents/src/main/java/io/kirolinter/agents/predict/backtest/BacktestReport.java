package io.kirolinter.agents.predict.backtest;

import io.kirolinter.agents.predict.metric.BlockBootstrap;
import io.kirolinter.agents.predict.metric.Estimate;
import io.kirolinter.agents.predict.window.Baseline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a backtest found, over all windows that count.
 *
 * @param windows all of them, the oldest first
 * @param counted how many count: in the others too few files were fixed
 * @param orders how good each order was; none if no window counts
 * @param differences from the model as it is used
 */
public record BacktestReport(
    List<WindowScores> windows, int counted, List<Order> orders, List<Difference> differences) {

  private static final long SEED = 20_261_129;

  /** How good an order was on average. */
  public record Order(String name, Map<Measure, Estimate> measures) {

    public Order {
      measures = new EnumMap<>(measures);
    }
  }

  /**
   * How much higher one order was than another, window by window.
   *
   * @param won in how many windows it was higher
   */
  public record Difference(
      String name, String from, Measure measure, Estimate estimate, long won) {}

  public BacktestReport {
    windows = List.copyOf(windows);
    orders = List.copyOf(orders);
    differences = List.copyOf(differences);
  }

  /**
   * {@return the report}
   *
   * @param repositories the windows of each, the oldest first
   */
  public static BacktestReport of(Collection<List<WindowScores>> repositories) {
    List<List<WindowScores>> counted =
        repositories.stream()
            .map(windows -> windows.stream().filter(WindowScores::counts).toList())
            .filter(windows -> !windows.isEmpty())
            .toList();
    return new BacktestReport(
        repositories.stream().flatMap(List::stream).toList(),
        counted.stream().mapToInt(List::size).sum(),
        counted.isEmpty() ? List.of() : orders(counted),
        counted.isEmpty() ? List.of() : differences(counted));
  }

  private static List<Order> orders(List<List<WindowScores>> counted) {
    List<Order> orders = new ArrayList<>();
    for (String name : names(counted)) {
      Map<Measure, Estimate> measures = new EnumMap<>(Measure.class);
      for (Measure measure : Measure.values()) {
        if (isKnown(counted, name, measure)) {
          measures.put(measure, estimate(values(counted, name, measure)));
        }
      }
      orders.add(new Order(name, measures));
    }
    return orders;
  }

  /** Some orders cannot be told in every repository; only what all have is compared. */
  private static List<String> names(List<List<WindowScores>> counted) {
    return counted.get(0).get(0).orders().keySet().stream()
        .filter(
            name ->
                counted.stream()
                    .flatMap(List::stream)
                    .allMatch(window -> window.orders().containsKey(name)))
        .toList();
  }

  private static boolean isKnown(List<List<WindowScores>> counted, String name, Measure measure) {
    Map<Measure, Double> measures = counted.get(0).get(0).orders().getOrDefault(name, Map.of());
    return measures.containsKey(measure);
  }

  private static List<Difference> differences(List<List<WindowScores>> counted) {
    List<Difference> differences = new ArrayList<>();
    for (String from :
        List.of(
            Evaluation.COLD,
            Baseline.SIZE.label(),
            Baseline.SMALL_FIRST.label(),
            Baseline.BUGSPOTS.label(),
            Baseline.PAST_FIXES.label(),
            Evaluation.BASE_RATE)) {
      Stream.of(Measure.values())
          .filter(measure -> isKnown(counted, from, measure))
          .map(measure -> difference(counted, from, measure))
          .forEach(differences::add);
    }
    return differences;
  }

  private static Difference difference(
      List<List<WindowScores>> counted, String from, Measure measure) {
    List<double[]> ours = values(counted, Evaluation.ADAPTIVE, measure);
    List<double[]> theirs = values(counted, from, measure);
    long won = 0;
    for (int i = 0; i < ours.size(); i++) {
      for (int j = 0; j < ours.get(i).length; j++) {
        ours.get(i)[j] -= theirs.get(i)[j];
        won += ours.get(i)[j] > 0 ? 1 : 0;
      }
    }
    return new Difference(Evaluation.ADAPTIVE, from, measure, estimate(ours), won);
  }

  private static List<double[]> values(
      List<List<WindowScores>> counted, String name, Measure measure) {
    return counted.stream()
        .map(
            windows ->
                windows.stream()
                    .mapToDouble(
                        window ->
                            window.orders().getOrDefault(name, Map.of()).getOrDefault(measure, 0.0))
                    .toArray())
        .toList();
  }

  private static Estimate estimate(List<double[]> values) {
    return BlockBootstrap.seeded(SEED).mean(values);
  }
}
