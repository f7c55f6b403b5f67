package io.kirolinter.analytics.evolution;

import java.util.Arrays;
import java.util.List;

/**
 * For each version the posterior chance that it is the best of all.
 *
 * <p>Every chance of a useful run has the prior Beta(1, 1), so after k useful ones of n it has
 * Beta(k+1, n-k+1). P(i is best) is the integral of its density times the distribution functions of
 * the others, by the midpoint rule. These are the chances with which Thompson sampling would draw
 * each version (W. Thompson, Biometrika 25 (1933), 285-294); to compute them rather than to draw
 * makes them known exactly, which is what evidence from the draws needs.
 *
 * <p>They say where to look next. They are no proof, and never promote anything.
 */
final class ChanceOfBest {

  private static final int CELLS = 256;

  /** Less than e^-40 of the highest density counts as nothing. */
  private static final double NEGLIGIBLE = -40;

  private static final double[] LOG = new double[CELLS];
  private static final double[] LOG_OF_REST = new double[CELLS];

  static {
    for (int cell = 0; cell < CELLS; cell++) {
      double x = (cell + 0.5) / CELLS;
      LOG[cell] = Math.log(x);
      LOG_OF_REST[cell] = Math.log1p(-x);
    }
  }

  private ChanceOfBest() {}

  /** {@return the chances in the order of the versions; they add up to 1} */
  static double[] of(List<Tally> tallies) {
    double[][] densities = tallies.stream().map(ChanceOfBest::density).toArray(double[][]::new);
    double[] chances = new double[densities.length];
    double[] below = new double[densities.length];
    for (int cell = 0; cell < CELLS; cell++) {
      addCell(densities, cell, below, chances);
    }
    double sum = Arrays.stream(chances).sum();
    return Arrays.stream(chances).map(chance -> chance / sum).toArray();
  }

  private static void addCell(double[][] densities, int cell, double[] below, double[] chances) {
    for (int i = 0; i < chances.length; i++) {
      double best = densities[i][cell];
      for (int j = 0; j < chances.length && best > 0; j++) {
        best *= j == i ? 1 : below[j] + densities[j][cell] / 2;
      }
      chances[i] += best;
    }
    for (int i = 0; i < below.length; i++) {
      below[i] += densities[i][cell];
    }
  }

  private static double[] density(Tally tally) {
    double[] density = new double[CELLS];
    int rest = tally.runs() - tally.useful();
    double highest = Double.NEGATIVE_INFINITY;
    for (int cell = 0; cell < CELLS; cell++) {
      density[cell] = tally.useful() * LOG[cell] + rest * LOG_OF_REST[cell];
      highest = Math.max(highest, density[cell]);
    }
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      double log = density[cell] - highest;
      density[cell] = log < NEGLIGIBLE ? 0 : Math.exp(log);
      sum += density[cell];
    }
    for (int cell = 0; cell < CELLS; cell++) {
      density[cell] /= sum;
    }
    return density;
  }
}
