package io.kirolinter.agents.predict.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The files in the order of their scores, the highest first; of equal ones, the earlier first. */
final class Order {

  private Order() {}

  static int[] byScore(double[] scores) {
    return sorted(scores.length, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
  }

  static int[] sorted(int length, Comparator<Integer> comparator) {
    return IntStream.range(0, length)
        .boxed()
        .sorted(comparator)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
