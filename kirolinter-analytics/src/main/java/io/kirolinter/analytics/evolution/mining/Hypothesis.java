package io.kirolinter.analytics.evolution.mining;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.evolution.Tally;
import java.util.Locale;

/**
 * A pattern that went with useful runs, or with others. It is not known to be their cause: whoever
 * chose the templates of these runs may have had reasons that matter more.
 *
 * @param favourable whether runs with it were useful more often
 * @param with the runs that have it
 * @param without the runs that could have had it
 * @param adjustedPValue by Holm, over all patterns that were looked at
 */
public record Hypothesis(
    Pattern pattern, boolean favourable, Tally with, Tally without, double adjustedPValue) {

  public Hypothesis {
    requireNonNull(pattern, "pattern");
    requireNonNull(with, "with");
    requireNonNull(without, "without");
  }

  /** {@return the hypothesis with its evidence, for people} */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "runs with %s were useful %s often: %d of %d, without %d of %d (adjusted p %.2g)",
        pattern.inWords(),
        favourable ? "more" : "less",
        with.useful(),
        with.runs(),
        without.useful(),
        without.runs(),
        adjustedPValue);
  }
}
