package io.kirolinter.analytics.statistics;

import io.kirolinter.analytics.statistics.SignEProcess.Mixture;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The sign test without a planned number of pairs: two one-sided e-processes, each of which names
 * its winner once it is worth 2/alpha.
 *
 * <p>The chance of a false winner is at most alpha, however long the experiment runs and for
 * whatever reason it stops. The p-value is 2 over the highest value so far; the interval is a
 * confidence sequence: a {@link ShareSequence}. Both hold at every moment, at the price of some
 * power against a planned number of pairs. Assumes as the {@link SignEProcess}.
 *
 * @param mostPairs how many can be read
 */
public record OpenEndedSignTest(int mostPairs, double alpha) implements PairTest {

  private static final int TIGHTEST_AT = 30;

  public OpenEndedSignTest {
    SignTest.requireAlpha(alpha);
    if (mostPairs < 1) {
      throw new IllegalArgumentException("mostPairs must be >= 1, was " + mostPairs);
    }
  }

  @Override
  public String description() {
    return "one-sided e-processes";
  }

  @Override
  public PairOutcome winner(List<PairOutcome> pairs) {
    return end(pairs).winner();
  }

  @Override
  public Reading read(List<PairOutcome> pairs) {
    End end = end(pairs);
    int wins = end.forA().wins();
    int decided = wins + end.forA().losses();
    double share = decided == 0 ? 0 : (double) wins / decided;
    Interval interval = ShareSequence.interval(wins, decided, 1 - alpha, TIGHTEST_AT);
    return new Reading(
        end.winner(),
        end.pairs(),
        true,
        Math.min(1, 2 / end.highest()),
        new Proportion(wins, decided, share, interval));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Sum over m of P(it is found at the m-th decided pair) P(Binomial(mostPairs, decidedShare)
   * &ge; m). Exact, no simulation.
   */
  @Override
  public double power(double decidedShare, double winShare) {
    BinomialDistribution decided = BinomialDistribution.of(mostPairs, decidedShare);
    double[] found = foundAt(winShare);
    double power = 0;
    for (int m = 1; m <= mostPairs; m++) {
      power += found[m] * decided.survivalProbability(m - 1);
    }
    return Math.min(1, power);
  }

  /** The chance that A is found at the m-th decided pair, for each m. */
  private double[] foundAt(double winShare) {
    double[] found = new double[mostPairs + 1];
    double[] byWins = new double[mostPairs + 2];
    byWins[0] = 1;
    int needed = 1;
    for (int m = 1; m <= mostPairs; m++) {
      for (int wins = m; wins >= 0; wins--) {
        byWins[wins] =
            byWins[wins] * (1 - winShare) + (wins == 0 ? 0 : byWins[wins - 1] * winShare);
      }
      needed = needed(m, needed);
      found[m] = takeOut(byWins, needed, m);
      takeOut(byWins, 0, m - needed);
    }
    return found;
  }

  /** The fewest wins of so many decided pairs that name a winner; it never falls. */
  private int needed(int decided, int atLeast) {
    int wins = atLeast;
    while (wins <= decided && Mixture.A_BETTER.logValue(wins, decided - wins) < threshold()) {
      wins++;
    }
    return wins;
  }

  private static double takeOut(double[] chances, int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += chances[i];
      chances[i] = 0;
    }
    return sum;
  }

  private double threshold() {
    return Math.log(2 / alpha);
  }

  private End end(List<PairOutcome> pairs) {
    if (pairs.size() > mostPairs) {
      throw new IllegalArgumentException(
          "at most %d pairs can be read, got %d".formatted(mostPairs, pairs.size()));
    }
    SignEProcess fresh = SignEProcess.start(Mixture.A_BETTER);
    End end = new End(0, fresh, fresh, PairOutcome.TIE);
    for (int n = 0; n < pairs.size() && end.winner() == PairOutcome.TIE; n++) {
      end = after(end, pairs.get(n));
    }
    return end;
  }

  private End after(End end, PairOutcome pair) {
    SignEProcess forA = end.forA().after(pair);
    SignEProcess forB = end.forB().after(pair.mirrored());
    PairOutcome winner =
        forA.logValue() >= threshold()
            ? PairOutcome.WIN
            : forB.logValue() >= threshold() ? PairOutcome.LOSS : PairOutcome.TIE;
    return new End(end.pairs() + 1, forA, forB, winner);
  }

  private record End(int pairs, SignEProcess forA, SignEProcess forB, PairOutcome winner) {

    double highest() {
      return Math.max(forA.highest(), forB.highest());
    }
  }
}
