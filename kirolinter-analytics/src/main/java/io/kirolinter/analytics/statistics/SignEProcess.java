package io.kirolinter.analytics.statistics;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The sign test for who does not know beforehand when to stop: an e-process on the decided pairs.
 *
 * <p>It is the wealth of a bet against the null that starts with 1. If the null is true, the chance
 * that it ever reaches 1/alpha is at most alpha: after any pair, under any rule of stopping, also
 * one that looks at the data (Ville's inequality). So one may act as soon as {@code value() >=
 * 1/alpha}, or go on and look again.
 *
 * <p>Assumes that, whatever came before, A wins the next decided pair with a chance of at most 1/2
 * ({@link Mixture#A_BETTER}), or of exactly 1/2 ({@link Mixture#EITHER}). Ties tell nothing and may
 * be as frequent as they like. Immutable.
 *
 * <p>Sources: J. Ville, Étude critique de la notion de collectif, 1939; H. Robbins, Annals of
 * Mathematical Statistics 41 (1970), 1397-1409; R. Krichevsky and V. Trofimov, IEEE Transactions on
 * Information Theory 27 (1981), 199-207.
 */
public final class SignEProcess {

  private final Mixture mixture;
  private final int wins;
  private final int losses;
  private final double highestLog;

  private SignEProcess(Mixture mixture, int wins, int losses, double highestLog) {
    this.mixture = mixture;
    this.wins = wins;
    this.losses = losses;
    this.highestLog = highestLog;
  }

  /** The alternatives that are bet on, and so what a high value speaks for. */
  public enum Mixture {
    /**
     * Shares over 1/2, all alike: with k wins in m decided pairs the value is 2^(m+1) B(k+1, m-k+1)
     * (1 - I_1/2(k+1, m-k+1)). Its null is that A wins at most half of the decided pairs.
     */
    A_BETTER {
      @Override
      double logValue(int wins, int losses) {
        // 1 - I_1/2(k+1, m-k+1) is the chance of at most k wins in m+1 fair pairs.
        double belowAHalf =
            BinomialDistribution.of(wins + losses + 1, 0.5).cumulativeProbability(wins);
        return (wins + losses + 1) * LOG_2
            + Beta.logBeta(wins + 1.0, losses + 1.0)
            + Math.log(belowAHalf);
      }
    },
    /**
     * All shares, those near 0 and 1 most: 2^m B(k+1/2, m-k+1/2) / B(1/2, 1/2). Its null is that A
     * wins half of the decided pairs.
     */
    EITHER {
      @Override
      double logValue(int wins, int losses) {
        return (wins + losses) * LOG_2
            + Beta.logBeta(wins + 0.5, losses + 0.5)
            - Beta.logBeta(0.5, 0.5);
      }
    };

    private static final double LOG_2 = Math.log(2);

    abstract double logValue(int wins, int losses);
  }

  /** {@return the process before the first pair, worth 1} */
  public static SignEProcess start(Mixture mixture) {
    return new SignEProcess(requireNonNull(mixture, "mixture"), 0, 0, 0);
  }

  /** {@return the process after these pairs, in the order in which they were run} */
  public static SignEProcess of(Mixture mixture, List<PairOutcome> pairs) {
    SignEProcess process = start(mixture);
    for (PairOutcome pair : pairs) {
      process = process.after(pair);
    }
    return process;
  }

  /** {@return the process after one more pair; a tie changes nothing} */
  public SignEProcess after(PairOutcome pair) {
    if (pair == PairOutcome.TIE) {
      return this;
    }
    int won = wins + (pair == PairOutcome.WIN ? 1 : 0);
    int lost = losses + (pair == PairOutcome.LOSS ? 1 : 0);
    return new SignEProcess(mixture, won, lost, Math.max(highestLog, mixture.logValue(won, lost)));
  }

  public int wins() {
    return wins;
  }

  public int losses() {
    return losses;
  }

  /** {@return the e-value now: how many times the stake was won; infinite over 10^308} */
  public double value() {
    return Math.exp(logValue());
  }

  /** {@return the natural logarithm of the e-value now, for what is too large or small for one} */
  public double logValue() {
    return mixture.logValue(wins, losses);
  }

  /** {@return the highest e-value so far, at least 1} */
  public double highest() {
    return Math.exp(highestLog);
  }

  /** {@return a p-value that holds whenever one looks: 1 over the highest e-value so far} */
  public double pValue() {
    return Math.exp(-highestLog);
  }
}
