package io.kirolinter.agents.predict.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Fits models on what became of files. */
public final class ModelFit {

  private static final List<Feature> FEATURES = List.of(Feature.values());
  private static final double COLD_RIDGE = 30;
  private static final double OWN_RIDGE = 100;

  private ModelFit() {}

  /** {@return a model that knows nothing but these examples} */
  public static RiskModel cold(List<Example> examples) {
    return fitted(examples, COLD_RIDGE, new double[FEATURES.size() + 1]);
  }

  /** {@return a model that leaves another one as far as these examples ask for it} */
  static RiskModel own(RiskModel start, List<Example> examples) {
    return fitted(examples, OWN_RIDGE, start.flat(FEATURES));
  }

  private static RiskModel fitted(List<Example> examples, double ridge, double[] start) {
    double[][] rows =
        examples.stream()
            .flatMap(one -> Arrays.stream(one.features().standardised(FEATURES)))
            .toArray(double[][]::new);
    boolean[] happened = new boolean[rows.length];
    int at = 0;
    for (Example one : examples) {
      for (boolean fixed : one.outcome().happened()) {
        happened[at++] = fixed;
      }
    }
    double[] flat = new LogisticFit(ridge, start).coefficients(rows, happened);
    Map<Feature, Double> coefficients = new EnumMap<>(Feature.class);
    for (int j = 0; j < FEATURES.size(); j++) {
      coefficients.put(FEATURES.get(j), flat[j + 1]);
    }
    return new RiskModel(flat[0], coefficients);
  }
}
