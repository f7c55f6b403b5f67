package io.kirolinter.analytics.statistics;

/**
 * The difference of two shares of independent trials, with its interval.
 *
 * @param difference the first share minus the second
 */
public record ShareDifference(double difference, Interval interval) {

  /**
   * {@return the difference with its 95 % hybrid score interval}
   *
   * <p>With the Wilson intervals [l1, u1] and [l2, u2] of the shares p1 and p2: from p1 - p2 -
   * sqrt((p1-l1)^2 + (u2-p2)^2) to p1 - p2 + sqrt((u1-p1)^2 + (p2-l2)^2). Assumes two independent
   * samples, not pairs. Source: R. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
   *
   * @throws IllegalArgumentException if a sample has no trials
   */
  public static ShareDifference newcombe(Proportion one, Proportion other) {
    if (one.trials() == 0 || other.trials() == 0) {
      throw new IllegalArgumentException("both samples must have trials");
    }
    Interval a = Proportion.wilson(one.successes(), one.trials()).interval();
    Interval b = Proportion.wilson(other.successes(), other.trials()).interval();
    double difference = one.share() - other.share();
    double down = Math.hypot(one.share() - a.low(), b.high() - other.share());
    double up = Math.hypot(a.high() - one.share(), other.share() - b.low());
    return new ShareDifference(
        difference, new Interval(difference - down, difference + up, a.level()));
  }
}
