package io.kirolinter.analytics.statistics;

import io.kirolinter.analytics.statistics.StoppingRegion.Mass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chance that an experiment ends in one of certain ways, as a function of how many pairs are
 * decided and of who wins them.
 */
final class Tail {

  private final List<Term> terms;
  private final boolean complement;

  private Tail(List<Term> terms, boolean complement) {
    this.terms = terms;
    this.complement = complement;
  }

  static Tail of(List<Term> terms) {
    return new Tail(terms, false);
  }

  static Tail allBut(List<Term> terms) {
    return new Tail(terms, true);
  }

  /** One way to end; its weight is that of fair decided pairs, without the chance of the ties. */
  record Term(int after, int wins, int losses, double weight) {

    static Term up(Mass mass) {
      int wins = (mass.decided() + mass.distance()) / 2;
      return new Term(mass.after(), wins, mass.decided() - wins, ofOneSide(mass));
    }

    static Term down(Mass mass) {
      int losses = (mass.decided() + mass.distance()) / 2;
      return new Term(mass.after(), mass.decided() - losses, losses, ofOneSide(mass));
    }

    int decided() {
      return wins + losses;
    }

    double weight(double winShare) {
      return weight * Math.pow(2 * winShare, wins) * Math.pow(2 * (1 - winShare), losses);
    }

    private static double ofOneSide(Mass mass) {
      return mass.distance() == 0 ? mass.weight() : mass.weight() / 2;
    }
  }

  double at(double decidedShare, double winShare) {
    double sum = 0;
    for (Term term : terms) {
      sum +=
          term.weight(winShare)
              * Math.pow(decidedShare, term.decided())
              * Math.pow(1 - decidedShare, term.after() - term.decided());
    }
    return complement ? 1 - sum : sum;
  }

  /** The highest chance over all shares of decided pairs. */
  double highest(double winShare, SharePowers powers) {
    double[] sums = new double[powers.points()];
    byCounts(winShare)
        .forEach(
            (after, byDecided) -> {
              for (int decided = 0; decided < byDecided.length; decided++) {
                add(byDecided[decided], decided, after, powers, sums);
              }
            });
    double extreme = sums[0];
    for (double sum : sums) {
      extreme = complement ? Math.min(extreme, sum) : Math.max(extreme, sum);
    }
    return complement ? 1 - extreme : extreme;
  }

  private static void add(
      double weight, int decided, int after, SharePowers powers, double[] sums) {
    if (weight > 0) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * powers.chance(i, decided, after);
      }
    }
  }

  private Map<Integer, double[]> byCounts(double winShare) {
    Map<Integer, double[]> counts = new TreeMap<>();
    for (Term term : terms) {
      double[] byDecided = counts.computeIfAbsent(term.after(), after -> new double[after + 1]);
      byDecided[term.decided()] += term.weight(winShare);
    }
    return counts;
  }
}
