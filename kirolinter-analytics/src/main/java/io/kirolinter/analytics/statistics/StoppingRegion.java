package io.kirolinter.analytics.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * After which counts a watched experiment stops with a winner, such that the chance of a false one
 * stays below what may be spent, whatever share of pairs is decided.
 *
 * <p>After pair n the counts (decided, distance) are tried in the falling order of distance /
 * sqrt(decided) and taken as long as the level, a polynomial in the share, allows; ones that are
 * refused do not keep later ones out. A count is only taken where all that speak even more clearly
 * for the same side are (Barnard's convexity). Between the points at which it is computed a
 * polynomial of degree n exceeds them by a factor of at most 1 / cos(pi n / 2K), K being the number
 * of steps (Ehlich and Zeller, Mathematische Zeitschrift 86 (1964), 41-44); this is kept free, so
 * that the level holds at every share and not only at these points.
 */
final class StoppingRegion {

  private static final int POINTS_PER_PAIR = 32;

  /** How much higher than at the points a level can be anywhere. It lies around half of it. */
  static final double EXCESS = (1 + 1 / Math.cos(Math.PI / (2 * POINTS_PER_PAIR))) / 2;

  private final int pairs;
  private final int[][] bounds;
  private final List<Mass> stops = new ArrayList<>();
  private final SharePowers powers;
  private final double[] level;
  private final DistanceWalk walk;

  /**
   * A way to stop, or an end.
   *
   * @param after how many pairs
   * @param decided among them
   * @param distance of wins and losses, to whichever side
   * @param weight its chance under the null, to both sides, once divided by share^decided (1 -
   *     share)^(after - decided)
   */
  record Mass(int after, int decided, int distance, double weight) {}

  /**
   * @param spendable by pair n: the highest chance of a false winner so far
   */
  StoppingRegion(int pairs, IntToDoubleFunction spendable) {
    this.pairs = pairs;
    this.bounds = new int[pairs + 1][pairs + 2];
    this.powers = new SharePowers(POINTS_PER_PAIR * pairs, pairs);
    this.level = new double[powers.points()];
    this.walk = new DistanceWalk(pairs);
    for (int n = 1; n <= pairs; n++) {
      walk.advance();
      stopAfter(n, spendable.applyAsDouble(n) / EXCESS);
    }
  }

  /** How far wins and losses must be apart after so many pairs; out of reach if nothing stops. */
  int bound(int after, int decided) {
    return bounds[after][decided] == 0 ? pairs + 1 : bounds[after][decided];
  }

  SharePowers powers() {
    return powers;
  }

  /** The ways to stop, the earliest first. */
  List<Mass> stops() {
    return stops;
  }

  /** What could be the counts after so many pairs, if nothing has stopped before. */
  List<Mass> ends(int after) {
    DistanceWalk again = new DistanceWalk(pairs);
    for (int n = 1; n <= after; n++) {
      again.advance();
      if (n < after) {
        again.absorb(bounds[n]);
      }
    }
    return masses(again, after);
  }

  private void stopAfter(int n, double spendable) {
    List<Mass> candidates = masses(walk, n);
    candidates.removeIf(mass -> mass.distance() == 0);
    candidates.sort(
        ((Comparator<Mass>) StoppingRegion::compareZ).thenComparingInt(Mass::decided).reversed());
    boolean[] refused = new boolean[n + 1];
    for (Mass mass : candidates) {
      int m = mass.decided();
      refused[m] = refused[m] || !isConvex(n, mass) || !spend(mass, spendable);
      if (!refused[m]) {
        bounds[n][m] = mass.distance();
        stops.add(mass);
      }
    }
    walk.absorb(bounds[n]);
  }

  /** Whether a win for a tie, and a tie for a loss, would stop as well. */
  private boolean isConvex(int n, Mass mass) {
    int more = mass.distance() + 1;
    return stopsAt(n, mass.decided() + 1, more) && stopsAt(n, mass.decided() - 1, more);
  }

  private boolean stopsAt(int n, int decided, int distance) {
    return decided > n
        || distance > decided
        || walk.weight(decided, distance) == 0
        || distance >= bound(n, decided);
  }

  private boolean spend(Mass mass, double spendable) {
    double[] raised = new double[level.length];
    for (int i = 0; i < level.length; i++) {
      raised[i] = level[i] + mass.weight() * powers.chance(i, mass.decided(), mass.after());
      if (raised[i] > spendable) {
        return false;
      }
    }
    System.arraycopy(raised, 0, level, 0, level.length);
    return true;
  }

  private static int compareZ(Mass one, Mass other) {
    return compareZ(one.distance(), one.decided(), other.distance(), other.decided());
  }

  /** Compares difference / sqrt(decided) of two counts, exactly. */
  static int compareZ(int difference, int decided, int otherDifference, int otherDecided) {
    return Long.compare(
        (long) difference * Math.abs(difference) * Math.max(1, otherDecided),
        (long) otherDifference * Math.abs(otherDifference) * Math.max(1, decided));
  }

  private static List<Mass> masses(DistanceWalk walk, int after) {
    List<Mass> masses = new ArrayList<>();
    for (int decided = 0; decided <= after; decided++) {
      for (int distance = decided % 2; distance <= decided; distance += 2) {
        double weight = walk.weight(decided, distance);
        if (weight > 0) {
          masses.add(new Mass(after, decided, distance, weight));
        }
      }
    }
    return masses;
  }

  /** A fair walk that may also stand still, by steps taken and distance from its start. */
  private static final class DistanceWalk {

    private double[][] weights;

    DistanceWalk(int reach) {
      weights = new double[reach + 1][reach + 2];
      weights[0][0] = 1;
    }

    void advance() {
      int reach = weights.length - 1;
      double[][] next = new double[reach + 1][reach + 2];
      next[0][0] = weights[0][0];
      for (int m = 1; m <= reach; m++) {
        double[] before = weights[m - 1];
        for (int d = 0; d <= reach; d++) {
          double nearer = d == 0 ? 0 : d == 1 ? before[0] : before[d - 1] / 2;
          next[m][d] = weights[m][d] + nearer + before[d + 1] / 2;
        }
      }
      weights = next;
    }

    /** Takes out what is at its bound or beyond. */
    void absorb(int[] bounds) {
      for (int m = 1; m < weights.length; m++) {
        if (bounds[m] > 0) {
          Arrays.fill(weights[m], bounds[m], weights[m].length, 0);
        }
      }
    }

    double weight(int decided, int distance) {
      return decided < 0 || decided >= weights.length || distance >= weights.length + 1
          ? 0
          : weights[decided][distance];
    }
  }
}
