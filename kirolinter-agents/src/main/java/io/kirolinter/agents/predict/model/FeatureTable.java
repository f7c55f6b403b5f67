package io.kirolinter.agents.predict.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of all files of one moment. It does not change, whatever the histories learn later.
 */
public final class FeatureTable {

  private static final double NEGLIGIBLE = 1e-9;

  private final int files;
  private final Map<Feature, double[]> figures;

  private FeatureTable(int files, Map<Feature, double[]> figures) {
    this.files = files;
    this.figures = figures;
  }

  /**
   * {@return the figures}
   *
   * @param at the moment, to which what is past fades
   */
  public static FeatureTable of(List<FileFacts> files, Instant at) {
    Map<Feature, double[]> figures = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      figures.put(feature, files.stream().mapToDouble(file -> feature.of(file, at)).toArray());
    }
    return new FeatureTable(files.size(), figures);
  }

  /**
   * {@return a table of figures that were computed before}
   *
   * @param figures of each feature, for each file
   */
  public static FeatureTable ofFigures(int files, Map<Feature, double[]> figures) {
    return new FeatureTable(files, new EnumMap<>(figures));
  }

  public int files() {
    return files;
  }

  /** {@return the figures of a feature, one for each file} */
  public double[] figures(Feature feature) {
    return requireNonNull(figures.get(feature)).clone();
  }

  /**
   * {@return for each file the logarithms of its figures plus one, as distances from the mean of
   * all files in standard deviations; 0 where all are equal}
   */
  double[][] standardised(List<Feature> features) {
    double[][] rows = new double[files][features.size()];
    for (int j = 0; j < features.size(); j++) {
      double[] column = standardised(figures(features.get(j)));
      for (int i = 0; i < files; i++) {
        rows[i][j] = column[i];
      }
    }
    return rows;
  }

  private static double[] standardised(double[] figures) {
    double[] logs = Arrays.stream(figures).map(Math::log1p).toArray();
    double mean = Arrays.stream(logs).average().orElse(0);
    double variance = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    return Arrays.stream(logs)
        .map(x -> deviation < NEGLIGIBLE ? 0 : (x - mean) / deviation)
        .toArray();
  }
}
