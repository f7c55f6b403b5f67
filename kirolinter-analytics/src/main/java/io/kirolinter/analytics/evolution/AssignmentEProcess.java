package io.kirolinter.analytics.evolution;

import java.util.Arrays;

/**
 * Evidence that a challenger is better than the champion, from runs that were not made in pairs.
 *
 * <p>Of the runs that were drawn to be one of the two, each was drawn to be the challenger's with a
 * known chance q. Once its outcome is known, this bets on which of the two it was: after a useful
 * run on the challenger, after another on the champion. With chances c and h of a useful run, the
 * stake is multiplied by c / (qc + (1-q)h) if a useful run was the challenger's and by h / (qc +
 * (1-q)h) if it was the champion's; with 1-c and 1-h in place of c and h if the run was not useful.
 *
 * <p>If c &gt; h, then the factor has, given the past and the outcome, a mean of at most 1 whenever
 * the true chance of the challenger is at most that of the champion, whatever these chances are,
 * and also if they change from run to run: a useful run was the challenger's with a chance of at
 * most q then, another one with at least q, and both factors grow with what they bet on. So the
 * product is an e-process of the null "on the code at hand, the challenger's chance of a useful run
 * is not higher", under any rule of drawing, looking and stopping that knows the past only. If c
 * and h are the true chances, its logarithm grows by the mutual information of version and outcome,
 * which is the most that any test can have of such runs.
 *
 * <p>As c and h are not known, the stake is spread evenly over a fixed set of them; the mean of
 * e-processes is one. Immutable.
 *
 * <p>Sources: P. Gr&uuml;nwald, A. Henzi, T. Lardy, JASA 119 (2024), 1554-1565 (bets on an
 * assignment of known law); R. Turner, A. Ly, P. Gr&uuml;nwald, Statistical Inference in Science 2
 * (2024) (two streams); Q. McNemar for the pairs that this replaces. The one-sided form follows
 * from monotone likelihood ratios, as said above.
 */
public final class AssignmentEProcess {

  private static final double[] CHAMPION_CHANCES = {0.1, 0.3, 0.5, 0.7, 0.85, 0.95};

  /** How much better the challenger may be, as the logarithm of the ratio of odds. */
  private static final double[] LOG_ODDS_RATIOS = {0.5, 1, 2};

  private static final Alternative[] ALTERNATIVES = alternatives();

  private final double[] logs;

  private AssignmentEProcess(double[] logs) {
    this.logs = logs;
  }

  /** One of the two drawn runs, seen from the challenger. */
  public enum Side {
    CHALLENGER,
    CHAMPION
  }

  /** {@return the process before the first run, worth 1} */
  public static AssignmentEProcess start() {
    return new AssignmentEProcess(new double[ALTERNATIVES.length]);
  }

  /**
   * {@return the process after one more run of either}
   *
   * @param side whose run it was
   * @param useful its outcome
   * @param chance with which it was drawn to be the challenger's, given that it was one of the two;
   *     in (0, 1)
   */
  public AssignmentEProcess after(Side side, boolean useful, double chance) {
    if (!(chance > 0 && chance < 1)) {
      throw new IllegalArgumentException("chance must be in (0, 1), was " + chance);
    }
    double[] next = new double[logs.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = logs[i] + Math.log(ALTERNATIVES[i].factor(side, useful, chance));
    }
    return new AssignmentEProcess(next);
  }

  /** {@return the natural logarithm of the e-value now} */
  public double logValue() {
    double highest = Arrays.stream(logs).max().orElseThrow();
    double sum = Arrays.stream(logs).map(log -> Math.exp(log - highest)).sum();
    return highest + Math.log(sum / logs.length);
  }

  /** {@return the e-value now: how many times the stake was won; infinite over 10^308} */
  public double value() {
    return Math.exp(logValue());
  }

  private static Alternative[] alternatives() {
    return Arrays.stream(CHAMPION_CHANCES)
        .boxed()
        .flatMap(
            chance ->
                Arrays.stream(LOG_ODDS_RATIOS).mapToObj(ratio -> Alternative.of(chance, ratio)))
        .toArray(Alternative[]::new);
  }

  /** Chances of a useful run that are bet on; the challenger's is the higher one. */
  private record Alternative(double challenger, double champion) {

    static Alternative of(double champion, double logOddsRatio) {
      double logOdds = Math.log(champion / (1 - champion)) + logOddsRatio;
      return new Alternative(1 / (1 + Math.exp(-logOdds)), champion);
    }

    double factor(Side side, boolean useful, double chance) {
      double ofChallenger = useful ? challenger : 1 - challenger;
      double ofChampion = useful ? champion : 1 - champion;
      double ofEither = chance * ofChallenger + (1 - chance) * ofChampion;
      return (side == Side.CHALLENGER ? ofChallenger : ofChampion) / ofEither;
    }
  }
}
