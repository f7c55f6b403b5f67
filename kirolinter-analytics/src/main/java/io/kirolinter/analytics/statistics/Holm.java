package io.kirolinter.analytics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's adjustment of several p-values.
 *
 * <p>The i-th smallest of m becomes max over j &le; i of min(1, (m-j+1) p_(j)). Calling those at
 * most alpha significant keeps the chance of any false call at alpha, however the tests depend on
 * each other. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.
 */
public final class Holm {

  private Holm() {}

  /** {@return the adjusted values, each in the place of its p-value} */
  public static List<Double> adjust(List<Double> pValues) {
    int m = pValues.size();
    List<Integer> order =
        IntStream.range(0, m).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    List<Double> adjusted = new ArrayList<>(Collections.nCopies(m, 1.0));
    double highest = 0;
    for (int rank = 0; rank < m; rank++) {
      highest = Math.max(highest, Math.min(1, (m - rank) * pValues.get(order.get(rank))));
      adjusted.set(order.get(rank), highest);
    }
    return List.copyOf(adjusted);
  }
}
