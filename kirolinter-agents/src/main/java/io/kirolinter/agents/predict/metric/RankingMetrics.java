package io.kirolinter.agents.predict.metric;

import java.util.Comparator;

/** Measures of rankings and forecasts against what happened. All are 0 to 1. */
public final class RankingMetrics {

  private static final int FIRST = 10;
  private static final double BUDGET = 0.2;

  private RankingMetrics() {}

  /**
   * {@return the chance that a file that was fixed has a higher score than one that was not; equal
   * scores count half}
   */
  public static double auc(Outcome outcome, double[] scores) {
    int[] order = Order.byScore(scores);
    double positives = outcome.positives();
    double negatives = outcome.files() - positives;
    double wins = 0;
    double above = 0; // positives with a higher score
    for (int i = 0; i < order.length; ) {
      int end = i;
      double tied = 0;
      double tiedNegatives = 0;
      for (; end < order.length && scores[order[end]] == scores[order[i]]; end++) {
        tied += outcome.happened()[order[end]] ? 1 : 0;
        tiedNegatives += outcome.happened()[order[end]] ? 0 : 1;
      }
      wins += tiedNegatives * (above + tied / 2);
      above += tied;
      i = end;
    }
    return wins / (positives * negatives);
  }

  /** {@return how many of the first ten were fixed, as a share} */
  public static double precisionAtTen(Outcome outcome, double[] scores) {
    int[] order = Order.byScore(scores);
    int shown = Math.min(FIRST, order.length);
    double hits = 0;
    for (int i = 0; i < shown; i++) {
      hits += outcome.happened()[order[i]] ? 1 : 0;
    }
    return hits / shown;
  }

  /**
   * {@return which share of the files that were fixed is met by reading a fifth of all lines, the
   * files with the highest scores first; the file that does not fit whole is not read}
   */
  public static double recallAtFifthOfLines(Outcome outcome, double[] scores) {
    double budget = BUDGET * outcome.allLines();
    double read = 0;
    double hits = 0;
    for (int file : Order.byScore(scores)) {
      read += outcome.lines()[file];
      if (read > budget) {
        break;
      }
      hits += outcome.happened()[file] ? 1 : 0;
    }
    return hits / outcome.positives();
  }

  /**
   * {@return the area under the curve of fixed files over lines read, on the scale from the worst
   * order (0) to the best (1)}
   */
  public static double popt(Outcome outcome, double[] scores) {
    Comparator<Integer> bySize = Comparator.comparingLong(i -> outcome.lines()[i]);
    Comparator<Integer> fixedFirst = Comparator.comparing(i -> !outcome.happened()[i]);
    int files = outcome.files();
    double best = area(outcome, Order.sorted(files, fixedFirst.thenComparing(bySize)));
    double worst = area(outcome, Order.sorted(files, fixedFirst.thenComparing(bySize).reversed()));
    return (area(outcome, Order.byScore(scores)) - worst) / (best - worst);
  }

  /** {@return the mean square of how far a forecast was off; lower is better} */
  public static double brier(Outcome outcome, double[] probabilities) {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double off = probabilities[i] - (outcome.happened()[i] ? 1 : 0);
      sum += off * off;
    }
    return sum / probabilities.length;
  }

  /** Between two files, the curve is straight. */
  private static double area(Outcome outcome, int[] order) {
    double area = 0;
    double found = 0;
    for (int file : order) {
      double before = found;
      found += outcome.happened()[file] ? 1 : 0;
      area += outcome.lines()[file] * (before + found) / 2;
    }
    return area / outcome.allLines() / outcome.positives();
  }
}
