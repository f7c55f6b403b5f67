package io.kirolinter.analytics.statistics;

import io.kirolinter.analytics.statistics.StoppingRegion.Mass;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The exact unconditional sign test of N planned pairs; watched, with alpha spending.
 *
 * <p>Where the {@link SignTest} takes the number of decided pairs as given, this test keeps its
 * level over all numbers that could have come: a pair is won or lost with the chance pi/2 each
 * under the null, and P_pi(winner) &le; alpha for every pi in [0, 1]. That leaves less of alpha
 * unused, and finds differences that the conditional test cannot (docs/statistics.md has figures).
 * Counts are ordered by McNemar's z = |wins - losses| / sqrt(wins + losses).
 *
 * <p>Watched, P_pi(winner after at most n pairs) &le; 0.7 alpha (n/N)^3 before the end, and all of
 * alpha at it; so looking after every pair, and stopping at a winner, costs nothing. P-value and
 * interval are those of the stagewise order, in which an earlier crossing is more extreme, each at
 * the pi that is worst for it.
 *
 * <p>Assumes that N was fixed before the first pair, and that pairs are independent and alike: run
 * on one snapshot, or on blocks that were drawn at random. On blocks that somebody chose, pi may
 * differ between them, and the {@link SequentialSignTest} is the one that holds.
 *
 * <p>Sources: S. Suissa and J. Shuster, Biometrics 47 (1991), 361-372; R. Berger and K. Sidik,
 * Statistical Methods in Medical Research 12 (2003), 91-108; K. Lan and D. DeMets, Biometrika 70
 * (1983), 659-663. The union of the two is ours.
 */
public final class UnconditionalSignTest implements PairTest {

  /** With more, making the test takes seconds, and the conditional test is as good. */
  public static final int MOST_PAIRS = 100;

  private static final double SPENT_BEFORE_THE_END = 0.7;
  private static final double ACCURACY = 1e-10;
  private static final int POINTS_PER_PAIR = 4;

  private final int plannedPairs;
  private final double alpha;
  private final String description;
  private final StoppingRegion region;

  private UnconditionalSignTest(
      int plannedPairs, double alpha, String description, double spentBefore) {
    SignTest.requireAlpha(alpha);
    if (plannedPairs < 1 || plannedPairs > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "plannedPairs must be 1 to %d, was %d".formatted(MOST_PAIRS, plannedPairs));
    }
    this.plannedPairs = plannedPairs;
    this.alpha = alpha;
    this.description = description;
    this.region =
        new StoppingRegion(
            plannedPairs,
            n ->
                n == plannedPairs
                    ? alpha
                    : spentBefore * alpha * Math.pow((double) n / plannedPairs, 3));
  }

  /** {@return the test for who looks after every pair} */
  public static UnconditionalSignTest watched(int plannedPairs, double alpha) {
    return new UnconditionalSignTest(
        plannedPairs, alpha, "exact unconditional sign test, alpha-spending", SPENT_BEFORE_THE_END);
  }

  /** {@return the test for who looks once, after the last pair} */
  public static UnconditionalSignTest atPlannedEnd(int plannedPairs, double alpha) {
    return new UnconditionalSignTest(
        plannedPairs, alpha, "exact unconditional sign test (McNemar)", 0);
  }

  /**
   * {@return the p-value of so many wins and losses among pairs whose number was fixed: the highest
   * chance, over all pi, of a z at least as large}
   *
   * @throws IllegalArgumentException if there are fewer or more than {@value #MOST_PAIRS} pairs
   */
  public static double pValue(int wins, int losses, int pairs) {
    UnconditionalSignTest test = ofOrder(pairs);
    return test.pValue(new End(pairs, wins, losses, false));
  }

  /** The chance of a z at least as large, to either side, at one share of decided pairs. */
  static double tailAt(int wins, int losses, int pairs, double decidedShare) {
    UnconditionalSignTest test = ofOrder(pairs);
    End end = new End(pairs, Math.max(wins, losses), Math.min(wins, losses), false);
    return 2 * test.atLeastAsFarUp(end).at(decidedShare, 0.5);
  }

  /** With next to no alpha, nothing is taken out of the order by z. */
  private static UnconditionalSignTest ofOrder(int pairs) {
    return new UnconditionalSignTest(pairs, Double.MIN_NORMAL, "", 0);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public int mostPairs() {
    return plannedPairs;
  }

  /**
   * {@return how far wins and losses must be apart after so many pairs, of which so many are
   * decided, to name a winner; more than the planned pairs where none can be}
   */
  public int boundary(int after, int decided) {
    return region.bound(after, decided);
  }

  @Override
  public PairOutcome winner(List<PairOutcome> pairs) {
    return end(pairs).winner();
  }

  @Override
  public Reading read(List<PairOutcome> pairs) {
    End end = end(pairs);
    if (!end.stopped() && end.after() < plannedPairs) {
      return new Reading(
          PairOutcome.TIE, end.after(), false, 1, end.share(new Interval(0, 1, 1 - alpha)));
    }
    return new Reading(end.winner(), end.after(), true, pValue(end), end.share(interval(end)));
  }

  @Override
  public double power(double decidedShare, double winShare) {
    return chanceUp(region.stops(), decidedShare, winShare);
  }

  /** {@return the chance of any winner under the null} At most alpha, whatever the share. */
  public double size(double decidedShare) {
    return 2 * power(decidedShare, 0.5);
  }

  /** {@return how many pairs are run on average until a winner is clear, or all are done} */
  public double expectedPairs(double decidedShare, double winShare) {
    double saved = 0;
    for (Mass mass : region.stops()) {
      List<Mass> one = List.of(mass);
      double chance =
          chanceUp(one, decidedShare, winShare) + chanceUp(one, decidedShare, 1 - winShare);
      saved += chance * (plannedPairs - mass.after());
    }
    return plannedPairs - saved;
  }

  private End end(List<PairOutcome> pairs) {
    if (pairs.size() > plannedPairs) {
      throw new IllegalArgumentException(
          "%d pairs were planned, got %d".formatted(plannedPairs, pairs.size()));
    }
    int wins = 0;
    int losses = 0;
    for (int n = 1; n <= pairs.size(); n++) {
      wins += pairs.get(n - 1) == PairOutcome.WIN ? 1 : 0;
      losses += pairs.get(n - 1) == PairOutcome.LOSS ? 1 : 0;
      if (Math.abs(wins - losses) >= region.bound(n, wins + losses)) {
        return new End(n, wins, losses, true);
      }
    }
    return new End(pairs.size(), wins, losses, false);
  }

  /** Where an experiment stands. */
  private record End(int after, int wins, int losses, boolean stopped) {

    private End {
      if (wins < 0 || losses < 0 || wins + losses > after) {
        throw new IllegalArgumentException(
            "%d wins and %d losses cannot be among %d pairs".formatted(wins, losses, after));
      }
    }

    int decided() {
      return wins + losses;
    }

    PairOutcome winner() {
      return stopped ? PairOutcome.ofMore(wins, losses) : PairOutcome.TIE;
    }

    End mirrored() {
      return new End(after, /* wins= */ losses, /* losses= */ wins, stopped);
    }

    Proportion share(Interval interval) {
      double share = decided() == 0 ? 0 : (double) wins / decided();
      return new Proportion(wins, decided(), share, interval);
    }
  }

  private double pValue(End end) {
    if (end.wins() == end.losses()) {
      return 1;
    }
    Tail tail = atLeastAsFarUp(end.wins() > end.losses() ? end : end.mirrored());
    double p = Math.min(1, 2 * tail.highest(0.5, region.powers()));
    // What is kept free of alpha for the shares between the points is no evidence.
    return end.stopped() ? p : Math.max(p, alpha * StoppingRegion.EXCESS);
  }

  private Interval interval(End end) {
    SharePowers powers = new SharePowers(POINTS_PER_PAIR * plannedPairs, plannedPairs);
    Tail up = atLeastAsFarUp(end);
    Tail down = atLeastAsFarUp(end.mirrored());
    double low = root(share -> up.highest(share, powers) - alpha / 2, 0);
    double high = root(share -> alpha / 2 - down.highest(1 - share, powers), 1);
    return end.stopped()
        ? new Interval(low, high, 1 - alpha)
        : new Interval(Math.min(low, 0.5), Math.max(high, 0.5), 1 - alpha);
  }

  /** All ends that speak for A at least as clearly as this one. */
  private Tail atLeastAsFarUp(End end) {
    if (end.winner() == PairOutcome.LOSS) {
      return Tail.allBut(stops(end, 1).map(Tail.Term::down).toList());
    }
    if (end.stopped()) {
      return Tail.of(stops(end, 0).map(Tail.Term::up).toList());
    }
    return Tail.of(
        Stream.concat(
                region.stops().stream().map(Tail.Term::up),
                region.ends(end.after()).stream().flatMap(last -> notStopped(last, end)))
            .toList());
  }

  /** Stops before this one, and of those after as many pairs the ones with a z as large. */
  private Stream<Mass> stops(End end, int leastComparison) {
    int distance = Math.abs(end.wins() - end.losses());
    return region.stops().stream()
        .filter(
            stop ->
                stop.after() < end.after()
                    || (stop.after() == end.after()
                        && compare(stop, distance, end.decided()) >= leastComparison));
  }

  private static int compare(Mass mass, int distance, int decided) {
    return StoppingRegion.compareZ(mass.distance(), mass.decided(), distance, decided);
  }

  /** What of this end, on either side, speaks for A at least as clearly. */
  private Stream<Tail.Term> notStopped(Mass last, End end) {
    if (last.distance() >= region.bound(last.after(), last.decided())) {
      return Stream.empty();
    }
    int difference = end.wins() - end.losses();
    Stream<Tail.Term> up = Stream.of(Tail.Term.up(last));
    Stream<Tail.Term> both =
        last.distance() == 0 ? up : Stream.concat(up, Stream.of(Tail.Term.down(last)));
    return both.filter(
        term ->
            StoppingRegion.compareZ(
                    term.wins() - term.losses(), last.decided(), difference, end.decided())
                >= 0);
  }

  private static double chanceUp(List<Mass> stops, double decidedShare, double winShare) {
    return Tail.of(stops.stream().map(Tail.Term::up).toList()).at(decidedShare, winShare);
  }

  /** The share at which what grows with it is zero; {@code edge} if it never is. */
  private static double root(UnivariateFunction growing, double edge) {
    if (growing.value(0) >= 0 || growing.value(1) <= 0) {
      return edge;
    }
    return new BrentSolver(ACCURACY, ACCURACY).solve(200, growing, 0, 1);
  }
}
