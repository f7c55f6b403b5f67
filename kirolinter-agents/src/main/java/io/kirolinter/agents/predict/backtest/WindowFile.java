package io.kirolinter.agents.predict.backtest;

import io.kirolinter.agents.predict.metric.Outcome;
import io.kirolinter.agents.predict.model.Feature;
import io.kirolinter.agents.predict.model.FeatureTable;
import io.kirolinter.agents.predict.window.Baseline;
import io.kirolinter.agents.predict.window.Window;
import io.kirolinter.core.json.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Windows as text, to fit models on those of several repositories: one window a line. */
public final class WindowFile {

  private WindowFile() {}

  /** A window as it is written; names of files are left out. */
  @SuppressWarnings("ArrayRecordComponent") // read and written once
  private record Line(
      Instant at,
      long[] lines,
      boolean[] fixed,
      Map<Feature, double[]> features,
      Map<Baseline, double[]> baselines) {

    static Line of(Window window) {
      Map<Feature, double[]> features = new EnumMap<>(Feature.class);
      for (Feature feature : Feature.values()) {
        features.put(feature, window.features().figures(feature));
      }
      return new Line(
          window.at(),
          window.outcome().lines(),
          window.outcome().happened(),
          features,
          window.baselines());
    }

    Window window() {
      return new Window(
          at, FeatureTable.ofFigures(lines.length, features), new Outcome(fixed, lines), baselines);
    }
  }

  public static String write(List<Window> windows) {
    return windows.stream()
        .map(window -> Json.write(Line.of(window)) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * {@return the windows that {@link #write} wrote}
   *
   * @throws io.kirolinter.core.error.StoreException if the text is none of them
   */
  public static List<Window> read(String text) {
    return text.lines().map(line -> Json.read(line, Line.class).window()).toList();
  }
}
