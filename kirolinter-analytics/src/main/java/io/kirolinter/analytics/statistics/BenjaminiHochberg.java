package io.kirolinter.analytics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Benjamini and Hochberg's adjustment of many p-values, for screening.
 *
 * <p>The i-th smallest of m becomes min over j &ge; i of min(1, m p_(j) / j). Calling those at most
 * q significant keeps the expected share of false calls among all calls at q, for independent or
 * positively dependent tests. It allows more than {@link Holm}, which bounds the chance of even one
 * false call. Source: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57
 * (1995), 289-300.
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /** {@return the adjusted values, each in the place of its p-value} */
  public static List<Double> adjust(List<Double> pValues) {
    int m = pValues.size();
    List<Integer> falling =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.<Integer, Double>comparing(pValues::get).reversed())
            .toList();
    List<Double> adjusted = new ArrayList<>(Collections.nCopies(m, 1.0));
    double lowest = 1;
    for (int i = 0; i < m; i++) {
      lowest = Math.min(lowest, m * pValues.get(falling.get(i)) / (m - i));
      adjusted.set(falling.get(i), lowest);
    }
    return List.copyOf(adjusted);
  }
}
