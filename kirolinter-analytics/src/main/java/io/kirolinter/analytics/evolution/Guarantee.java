package io.kirolinter.analytics.evolution;

import java.util.Locale;

/**
 * What the gate promises, and how much evidence it asks for that.
 *
 * <p>Over the life of a lineage the chance of any promotion of a version that is not better is at
 * most alpha. Era c, counted from 0, may spend 6 alpha / (pi^2 (c+1)^2) of it, which adds up to
 * alpha over all eras; its K challengers share that evenly. By Ville's inequality an e-process
 * whose null is true ever reaches K pi^2 (c+1)^2 / (6 alpha) with at most that chance.
 *
 * @param alpha in (0, 1)
 */
public record Guarantee(double alpha) {

  /** The level of every lineage unless somebody says otherwise. */
  public static final double USUAL_ALPHA = 0.05;

  public Guarantee {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be in (0, 1), was " + alpha);
    }
  }

  /**
   * {@return the e-value at which a challenger is promoted}
   *
   * @param era from 0
   * @param challengers how many share the era, the former champion included; 1 or more
   */
  public double threshold(int era, int challengers) {
    if (era < 0 || challengers < 1) {
      throw new IllegalArgumentException(
          "want era >= 0 and challengers >= 1, was %d and %d".formatted(era, challengers));
    }
    double eras = era + 1.0;
    return challengers * Math.PI * Math.PI * eras * eras / (6 * alpha);
  }

  /** {@return the promise, its conditions and its limits, for people} */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "Over the life of this lineage, the chance that a version ever becomes champion without being better "
            + "is at most %s: however often one looks, whenever one stops, and whichever challengers are "
            + "tried. Better means that, on the code at hand, a run of it is useful with a higher chance than a run "
            + "of the champion. This holds because the version of every run is drawn by chances that are "
            + "written down before the run; code that gets easier or harder meanwhile does not matter. Not "
            + "promised: that the best version is found, or that a champion stays best when the code or "
            + "the tool changes. So evidence starts anew with each version of the tool, and the former champion is kept in "
            + "the test: if it proves better, it comes back.",
        percent());
  }

  private String percent() {
    double percent = 100 * alpha;
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, "%s %%", percent);
  }
}
