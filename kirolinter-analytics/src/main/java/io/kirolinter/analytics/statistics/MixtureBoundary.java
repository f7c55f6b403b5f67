package io.kirolinter.analytics.statistics;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far a running sum may stray by chance, at every moment at once: the curve that a sum of
 * independent, centred values crosses with a chance of at most alpha, ever.
 *
 * <p>Time is counted in v, the variance so far. Each curve mixes exponential supermartingales over
 * all sizes of a drift, so that {@link #logValue} is the logarithm of an e-process, and is tightest
 * around a v that is chosen beforehand. Immutable.
 *
 * <p>Source: S. Howard, A. Ramdas, J. McAuliffe and J. Sekhon, Time-uniform, nonparametric,
 * nonasymptotic confidence sequences, Annals of Statistics 49 (2021), 1055-1080, section 3 and
 * appendix A.
 */
public abstract sealed class MixtureBoundary {

  private static final double ACCURACY = 1e-11;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private MixtureBoundary() {}

  /**
   * {@return the logarithm of the e-process of a sum s at the variance v}
   *
   * @param s the sum so far
   * @param v the variance so far, 0 or more
   */
  public abstract double logValue(double s, double v);

  /** The largest sum that can be; infinite if any can. */
  double largestSum(double v) {
    return Double.POSITIVE_INFINITY;
  }

  /** {@return the sum that is reached at any v with a chance of at most alpha} */
  public double bound(double v, double alpha) {
    UnivariateFunction over = s -> logValue(s, v) - Math.log(1 / alpha);
    double high = largestSum(v);
    if (Double.isInfinite(high)) {
      high = Math.max(v, 1);
      while (over.value(high) <= 0) {
        high *= 2;
      }
    }
    return over.value(high) < 0
        ? high
        : new BrentSolver(ACCURACY, ACCURACY).solve(1_000, over, 0, high);
  }

  /**
   * {@return the curve for sums of normal or sub-Gaussian values}
   *
   * @param tightestAt the v around which it is tightest
   * @param alpha for which it is tuned
   */
  public static MixtureBoundary normal(double tightestAt, double alpha, Alternative alternative) {
    return alternative == Alternative.TWO_SIDED
        ? new TwoSidedNormal(rho(tightestAt, alpha))
        : new OneSidedNormal(rho(tightestAt, 2 * alpha));
  }

  /**
   * {@return the one-sided curve for sums of values that are bounded, with the variance estimated}
   *
   * @param scale c of a sub-exponential value; for values in a range, the width of it
   */
  public static MixtureBoundary gammaExponential(double tightestAt, double alpha, double scale) {
    return new GammaExponential(rho(tightestAt, 2 * alpha), scale);
  }

  /**
   * {@return the curve for sums of values in [-below, above]; exact for coins}
   *
   * @param below how far under its mean a value can lie
   * @param above how far over
   */
  public static MixtureBoundary betaBinomial(
      double tightestAt, double alpha, double below, double above, Alternative alternative) {
    boolean oneSided = alternative != Alternative.TWO_SIDED;
    double rho = rho(tightestAt, oneSided ? 2 * alpha : alpha);
    double r = Math.max(rho - below * above, 1e-3 * below * above);
    return new BetaBinomial(r, below, above, oneSided);
  }

  /**
   * {@return the curve with the growth of the law of the iterated logarithm, sqrt(v log log v)}
   *
   * <p>Polynomial stitching with eta = 2 and s = 1.4: term + sqrt(k1^2 v l + term^2), term = k2 c
   * l, l = s log log(eta v / m) + log(zeta(s) / (alpha log(eta)^s)).
   *
   * @param from m, the v from which on it holds
   * @param scale c, as of {@link #gammaExponential}; 0 for sub-Gaussian values
   */
  public static double stitched(double v, double alpha, double from, double scale) {
    double s = 1.4;
    double eta = 2;
    double late = Math.max(v, from);
    double l =
        s * Math.log(Math.log(eta * late / from))
            + Math.log(zeta(s) / Math.pow(Math.log(eta), s) / alpha);
    double k1 = (Math.pow(eta, 0.25) + Math.pow(eta, -0.25)) / Math.sqrt(2);
    double term = (Math.sqrt(eta) + 1) / 2 * scale * l;
    return Math.sqrt(k1 * k1 * late * l + term * term) + term;
  }

  /** The prior precision that makes a two-sided normal mixture tightest at v. */
  static double rho(double v, double alpha) {
    double twice = 2 * Math.log(1 / alpha);
    return v / (twice + Math.log(1 + twice));
  }

  /** By Euler and Maclaurin. */
  private static double zeta(double s) {
    int n = 20;
    double sum = Math.pow(n, 1 - s) / (s - 1) + Math.pow(n, -s) / 2 + s * Math.pow(n, -s - 1) / 12;
    for (int k = 1; k < n; k++) {
      sum += Math.pow(k, -s);
    }
    return sum - s * (s + 1) * (s + 2) * Math.pow(n, -s - 3) / 720;
  }

  private static final class TwoSidedNormal extends MixtureBoundary {
    private final double rho;

    TwoSidedNormal(double rho) {
      this.rho = rho;
    }

    @Override
    public double logValue(double s, double v) {
      return Math.log(rho / (v + rho)) / 2 + s * s / (2 * (v + rho));
    }
  }

  private static final class OneSidedNormal extends MixtureBoundary {
    private final double rho;

    OneSidedNormal(double rho) {
      this.rho = rho;
    }

    @Override
    public double logValue(double s, double v) {
      return Math.log(4 * rho / (v + rho)) / 2
          + s * s / (2 * (v + rho))
          + Math.log(NORMAL.cumulativeProbability(s / Math.sqrt(v + rho)));
    }
  }

  private static final class GammaExponential extends MixtureBoundary {
    private final double rho;
    private final double scale;
    private final double constant;

    GammaExponential(double rho, double scale) {
      this.rho = rho;
      this.scale = scale;
      double shape = rho / (scale * scale);
      this.constant =
          shape * Math.log(shape)
              - Gamma.logGamma(shape)
              - Math.log(Gamma.regularizedGammaP(shape, shape));
    }

    @Override
    public double logValue(double s, double v) {
      double square = scale * scale;
      double shape = (v + rho) / square;
      double at = (scale * s + v) / square;
      double place = at + rho / square;
      return constant
          + Gamma.logGamma(shape)
          + Math.log(Gamma.regularizedGammaP(shape, place))
          - shape * Math.log(place)
          + at;
    }
  }

  private static final class BetaBinomial extends MixtureBoundary {
    private final double r;
    private final double g;
    private final double h;
    private final double cut;
    private final double constant;

    BetaBinomial(double r, double g, double h, boolean oneSided) {
      this.r = r;
      this.g = g;
      this.h = h;
      this.cut = oneSided ? h / (g + h) : 1;
      this.constant = logIncompleteBeta(r / (g * (g + h)), r / (h * (g + h)));
    }

    @Override
    public double logValue(double s, double v) {
      double sum = g + h;
      return v / (g * h) * Math.log(sum)
          - (v + h * s) / (h * sum) * Math.log(g)
          - (v - g * s) / (g * sum) * Math.log(h)
          + logIncompleteBeta((r + v - g * s) / (g * sum), (r + v + h * s) / (h * sum))
          - constant;
    }

    @Override
    double largestSum(double v) {
      return v / g;
    }

    private double logIncompleteBeta(double a, double b) {
      double part = cut == 1 ? 0 : Math.log(Beta.regularizedBeta(cut, a, b));
      return part + Beta.logBeta(a, b);
    }
  }
}
