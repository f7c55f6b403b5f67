package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A time with one champion and fixed challengers. All evidence starts with it, and it has its own
 * share of alpha.
 *
 * @param number from 0, of its share of alpha; the same as that of the era before if that had no
 *     run
 * @param champion the name of a version
 * @param challengers the names of others, the former champion among them
 * @param former the champion that this one replaced, if the gate did that
 * @param toolVersion of the tool whose runs count; another tool begins another era
 * @param evidence why the champion changed; empty if it did not
 * @param added versions that the lineage did not have before
 */
public record Era(
    int number,
    Reason reason,
    String champion,
    List<String> challengers,
    Optional<String> former,
    String toolVersion,
    Optional<Evidence> evidence,
    List<TemplateVersion> added,
    Instant at) {

  /** The most challengers of an era: each further one makes it harder for all. */
  public static final int MOST_CHALLENGERS = 8;

  public Era {
    requireNonNull(reason, "reason");
    requireNonNull(champion, "champion");
    requireNonNull(former, "former");
    requireNonNull(toolVersion, "toolVersion");
    requireNonNull(evidence, "evidence");
    requireNonNull(at, "at");
    challengers = List.copyOf(challengers);
    added = List.copyOf(added);
    if (number < 0 || challengers.contains(champion)) {
      throw new IllegalArgumentException(
          "want number >= 0 and a champion that is no challenger, was %d and '%s' of %s"
              .formatted(number, champion, challengers));
    }
  }

  /** Why an era began. */
  public enum Reason {
    /** The lineage began, with its base as the champion. */
    @JsonProperty("started")
    STARTED,
    /** There are other challengers. */
    @JsonProperty("challenged")
    CHALLENGED,
    /** A challenger passed the gate. */
    @JsonProperty("promoted")
    PROMOTED,
    /** The former champion passed the gate, and is back. */
    @JsonProperty("reverted")
    REVERTED,
    /** The tool or the base template is another one. */
    @JsonProperty("renewed")
    RENEWED;

    /** {@return the name that users and JSON see} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What took a version through the gate.
   *
   * @param logValue the natural logarithm of the e-value that it had
   * @param threshold the e-value that it needed
   * @param run the number of the run that brought it there
   */
  public record Evidence(double logValue, double threshold, int run) {}
}
