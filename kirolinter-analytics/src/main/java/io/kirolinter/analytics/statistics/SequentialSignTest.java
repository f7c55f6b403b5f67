package io.kirolinter.analytics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The exact sign test for who looks after every pair and stops once a winner is clear.
 *
 * <p>Given which pairs are decided, wins minus losses is a fair random walk under the null. After
 * pair n of N it may have crossed its boundary with a chance of at most alpha (n/N)^2; the boundary
 * is the lowest that keeps this, found by adding up the walk's exact distribution. So the chance of
 * a false winner is at most alpha, however often one looks. P-value and interval are those of the
 * stagewise order, in which an earlier crossing is more extreme.
 *
 * <p>Assumes independent pairs and an N that was fixed before the first. Sources: K. Lan and D.
 * DeMets, Biometrika 70 (1983), 659-663; A. Tsiatis, G. Rosner and C. Mehta, Biometrics 40 (1984),
 * 797-803.
 *
 * @param plannedPairs N
 */
public record SequentialSignTest(int plannedPairs, double alpha) implements PairTest {

  private static final double ACCURACY = 1e-10;

  public SequentialSignTest {
    SignTest.requireAlpha(alpha);
    if (plannedPairs < 1) {
      throw new IllegalArgumentException("plannedPairs must be >= 1, was " + plannedPairs);
    }
  }

  @Override
  public String description() {
    return "exact sign test, alpha-spending";
  }

  @Override
  public int mostPairs() {
    return plannedPairs;
  }

  @Override
  public PairOutcome winner(List<PairOutcome> pairs) {
    return end(pairs, boundaries(pairs)).winner();
  }

  @Override
  public Reading read(List<PairOutcome> pairs) {
    List<Integer> bounds = boundaries(pairs);
    End end = end(pairs, bounds);
    List<PairOutcome> used = pairs.subList(0, end.pairs());
    return end.winner() != PairOutcome.TIE || end.pairs() == plannedPairs
        ? ended(end.winner(), used, bounds)
        : undecided(used);
  }

  private static End end(List<PairOutcome> pairs, List<Integer> bounds) {
    int sum = 0;
    for (int n = 1; n <= pairs.size(); n++) {
      sum += pairs.get(n - 1).step();
      if (Math.abs(sum) >= bounds.get(n - 1)) {
        return new End(n, PairOutcome.ofMore(sum, 0));
      }
    }
    return new End(pairs.size(), PairOutcome.TIE);
  }

  private record End(int pairs, PairOutcome winner) {}

  /**
   * {@return how far wins and losses must be apart after each pair to name a winner; more than the
   * number of pairs where none can be}
   *
   * @throws IllegalArgumentException if there are more pairs than were planned
   */
  public List<Integer> boundaries(List<PairOutcome> pairs) {
    if (pairs.size() > plannedPairs) {
      throw new IllegalArgumentException(
          "%d pairs were planned, got %d".formatted(plannedPairs, pairs.size()));
    }
    List<Integer> bounds = new ArrayList<>();
    Walk walk = new Walk(plannedPairs, 0.5);
    for (int n = 1; n <= pairs.size(); n++) {
      walk.advance(pairs.get(n - 1) != PairOutcome.TIE);
      int bound = walk.lowestBound(spendable(n));
      walk.absorb(bound);
      bounds.add(bound);
    }
    return bounds;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Of as many decided pairs as are expected, spread evenly.
   */
  @Override
  public double power(double decidedShare, double winShare) {
    return powerOf((int) Math.round(decidedShare * plannedPairs), winShare);
  }

  /**
   * {@return the chance to find the better side, which wins a decided pair with {@code winShare}}
   *
   * @param decided how many of the planned pairs are decided, spread evenly
   */
  public double powerOf(int decided, double winShare) {
    List<PairOutcome> pairs = spread(decided);
    return walked(winShare, pairs, boundaries(pairs)).crossedUp();
  }

  /** {@return the chance of any winner under the null, if so many pairs are decided, evenly} */
  public double size(int decided) {
    return 2 * powerOf(decided, 0.5);
  }

  private List<PairOutcome> spread(int decided) {
    List<PairOutcome> pairs = new ArrayList<>();
    for (long n = 1; n <= plannedPairs; n++) {
      boolean next = n * decided / plannedPairs > (n - 1) * decided / plannedPairs;
      pairs.add(next ? PairOutcome.WIN : PairOutcome.TIE);
    }
    return pairs;
  }

  private double spendable(int pair) {
    double part = (double) pair / plannedPairs;
    return alpha * part * part;
  }

  private Reading ended(PairOutcome winner, List<PairOutcome> pairs, List<Integer> bounds) {
    int sum = pairs.stream().mapToInt(PairOutcome::step).sum();
    double atLeast = tail(0.5, pairs, bounds, sum);
    double atMost = tail(0.5, pairs, bounds, -sum);
    double low = root(share -> tail(share, pairs, bounds, sum) - alpha / 2, 0);
    double high = root(share -> alpha / 2 - tail(1 - share, pairs, bounds, -sum), 1);
    return new Reading(
        winner,
        pairs.size(),
        true,
        Math.min(1, 2 * Math.min(atLeast, atMost)),
        proportion(pairs, new Interval(low, high, 1 - alpha)));
  }

  private Reading undecided(List<PairOutcome> pairs) {
    return new Reading(
        PairOutcome.TIE, pairs.size(), false, 1, proportion(pairs, new Interval(0, 1, 1 - alpha)));
  }

  private static Proportion proportion(List<PairOutcome> pairs, Interval interval) {
    int wins = Collections.frequency(pairs, PairOutcome.WIN);
    int decided = pairs.size() - Collections.frequency(pairs, PairOutcome.TIE);
    double share = decided == 0 ? 0 : (double) wins / decided;
    return new Proportion(wins, decided, share, interval);
  }

  /** The chance of an end at least as much in favour of A as {@code sum} after the last pair. */
  private static double tail(
      double winShare, List<PairOutcome> pairs, List<Integer> bounds, int sum) {
    int before = pairs.size() - 1;
    Walk walk = walked(winShare, pairs.subList(0, before), bounds.subList(0, before));
    walk.advance(pairs.get(before) != PairOutcome.TIE);
    return walk.crossedUp() + walk.atLeast(sum);
  }

  private static Walk walked(double winShare, List<PairOutcome> pairs, List<Integer> bounds) {
    Walk walk = new Walk(pairs.size() + 1, winShare);
    for (int n = 0; n < pairs.size(); n++) {
      walk.advance(pairs.get(n) != PairOutcome.TIE);
      walk.absorb(bounds.get(n));
    }
    return walk;
  }

  /** The share at which a tail that grows with it is zero; {@code edge} if it never is. */
  private static double root(UnivariateFunction growing, double edge) {
    if (growing.value(0) >= 0 || growing.value(1) <= 0) {
      return edge;
    }
    return new BrentSolver(ACCURACY, ACCURACY).solve(200, growing, 0, 1);
  }
}
