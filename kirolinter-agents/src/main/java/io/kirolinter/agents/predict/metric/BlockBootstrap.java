package io.kirolinter.agents.predict.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Intervals by drawing windows again: inside each repository, and neighbours together, since what
 * happens in one half-year goes on in the next. To compare two models, the differences in each
 * window are drawn.
 */
public final class BlockBootstrap {

  private static final int DRAWS = 4_000;
  private static final int BLOCK = 2;
  private static final double TAIL = 0.025;

  private final long seed;

  private BlockBootstrap(long seed) {
    this.seed = seed;
  }

  public static BlockBootstrap seeded(long seed) {
    return new BlockBootstrap(seed);
  }

  /**
   * {@return the mean over all windows}
   *
   * @param groups for each repository, the values of its windows in the order of time; not all
   *     empty
   */
  public Estimate mean(List<double[]> groups) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      means[draw] = drawn(groups, random);
    }
    Arrays.sort(means);
    return new Estimate(
        groups.stream().flatMapToDouble(Arrays::stream).average().orElseThrow(),
        means[(int) (TAIL * DRAWS)],
        means[(int) ((1 - TAIL) * DRAWS) - 1]);
  }

  private static double drawn(List<double[]> groups, SplittableRandom random) {
    double sum = 0;
    int count = 0;
    for (double[] group : groups) {
      for (int i = 0; i < group.length; ) {
        int start = random.nextInt(group.length);
        for (int j = 0; j < BLOCK && i < group.length; j++, i++) {
          sum += group[(start + j) % group.length];
          count++;
        }
      }
    }
    return sum / count;
  }
}
