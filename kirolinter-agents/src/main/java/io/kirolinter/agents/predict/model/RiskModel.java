package io.kirolinter.agents.predict.model;

import com.google.common.io.Resources;
import io.kirolinter.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic model of the chance that a file is fixed in the next half-year. Its figures are those
 * of all files of the moment, compared with each other: so it fits repositories of every size and
 * age.
 *
 * @param intercept the logit of a file that is average in everything
 * @param coefficients how much one standard deviation of a feature adds
 */
public record RiskModel(double intercept, Map<Feature, Double> coefficients) {

  private static final String COLD = "cold-model.json";

  public RiskModel {
    coefficients = Map.copyOf(coefficients);
  }

  /** {@return the model that was fitted on other repositories, and is shipped} */
  public static RiskModel cold() {
    try {
      String json =
          Resources.toString(Resources.getResource(RiskModel.class, COLD), StandardCharsets.UTF_8);
      return Json.read(json, RiskModel.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what the model says of the files of a table} */
  public Forecast forecast(FeatureTable table) {
    List<Feature> features = coefficients.keySet().stream().sorted().toList();
    double[] flat = flat(features);
    double[][] rows = table.standardised(features);
    double[] logits = Arrays.stream(rows).mapToDouble(row -> Logistic.sum(flat, row)).toArray();
    return new Forecast(features, flat, rows, logits);
  }

  /** {@return the intercept and the coefficients of some features, in their order} */
  double[] flat(List<Feature> features) {
    double[] flat = new double[features.size() + 1];
    flat[0] = intercept;
    for (int j = 0; j < features.size(); j++) {
      flat[j + 1] = coefficients.getOrDefault(features.get(j), 0.0);
    }
    return flat;
  }

  /** What a model says of the files of one moment. */
  public static final class Forecast {

    private final List<Feature> features;
    private final double[] coefficients;
    private final double[][] rows;
    private final double[] logits;

    private Forecast(
        List<Feature> features, double[] coefficients, double[][] rows, double[] logits) {
      this.features = features;
      this.coefficients = coefficients;
      this.rows = rows;
      this.logits = logits;
    }

    /** {@return for each file, its risk: for comparing, at the level of the model} */
    public double[] risks() {
      return Arrays.stream(logits).map(Logistic::of).toArray();
    }

    /** {@return for each file, its risk for each of its lines} */
    public double[] risksPerLine(long[] lines) {
      double[] risks = risks();
      for (int i = 0; i < risks.length; i++) {
        risks[i] /= lines[i];
      }
      return risks;
    }

    /** {@return for each file, the chance that it is fixed, where so many files are} */
    public double[] chances(double baseRate) {
      return Arrays.stream(Calibration.shifted(logits, baseRate)).map(Logistic::of).toArray();
    }

    /**
     * {@return how much each signal adds to the logit of a file, compared with the average file}
     */
    public Map<Signal, Double> parts(int file) {
      Map<Signal, Double> parts = new EnumMap<>(Signal.class);
      for (int j = 0; j < features.size(); j++) {
        parts.merge(features.get(j).signal(), coefficients[j + 1] * rows[file][j], Double::sum);
      }
      return parts;
    }
  }
}
