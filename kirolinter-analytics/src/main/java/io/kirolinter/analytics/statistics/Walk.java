package io.kirolinter.analytics.statistics;

/** The exact distribution of a random walk on the integers, with what has crossed taken out. */
final class Walk {

  private final double up;
  private final int reach;
  private double[] chances;
  private double crossedUp;
  private double crossedDown;

  /**
   * @param reach the most steps it takes
   * @param up the chance of a step up
   */
  Walk(int reach, double up) {
    this.reach = reach;
    this.up = up;
    chances = new double[2 * reach + 1];
    chances[reach] = 1;
  }

  void advance(boolean step) {
    if (!step) {
      return;
    }
    double[] next = new double[chances.length];
    for (int i = 1; i < chances.length - 1; i++) {
      next[i + 1] += up * chances[i];
      next[i - 1] += (1 - up) * chances[i];
    }
    chances = next;
  }

  /** The lowest distance at which, taking out all beyond, no more than this has crossed in all. */
  int lowestBound(double spendable) {
    double crossed = crossedUp + crossedDown;
    int bound = reach + 1;
    while (bound > 1 && crossed + chanceOf(bound - 1) <= spendable) {
      bound--;
      crossed += chanceOf(bound);
    }
    return bound;
  }

  void absorb(int bound) {
    for (int distance = bound; distance <= reach; distance++) {
      crossedUp += chances[reach + distance];
      crossedDown += chances[reach - distance];
      chances[reach + distance] = 0;
      chances[reach - distance] = 0;
    }
  }

  double atLeast(int place) {
    double sum = 0;
    for (int i = Math.max(0, reach + place); i < chances.length; i++) {
      sum += chances[i];
    }
    return sum;
  }

  double crossedUp() {
    return crossedUp;
  }

  private double chanceOf(int distance) {
    return chances[reach + distance] + chances[reach - distance];
  }
}
