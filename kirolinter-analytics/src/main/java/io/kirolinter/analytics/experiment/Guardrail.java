package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.analytics.statistics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the winner is not much worse in what it was not chosen for: a one-sided test of
 * non-inferiority at alpha. It does not change the verdict; it says what the winner costs.
 *
 * @param name {@code duration} or {@code success}
 * @param meaning what is bounded, for people
 * @param margin the worst that is allowed, stated before the first pair
 * @param bound the worst that the pairs leave possible, at the level 1 - alpha; empty if they leave
 *     everything possible
 */
public record Guardrail(
    String name, String meaning, double margin, OptionalDouble bound, State state) {

  /** What the pairs say about the margin. */
  public enum State {
    /** The winner stays within. */
    @JsonProperty("kept")
    KEPT,
    /** It is beyond. */
    @JsonProperty("broken")
    BROKEN,
    /** The pairs do not tell. */
    @JsonProperty("not-shown")
    NOT_SHOWN;

    /** {@return the name that users and JSON see} */
    public String label() {
      return this == NOT_SHOWN ? "not-shown" : this == KEPT ? "kept" : "broken";
    }
  }

  public Guardrail {
    requireNonNull(name, "name");
    requireNonNull(meaning, "meaning");
    requireNonNull(bound, "bound");
    requireNonNull(state, "state");
  }

  /** By an interval of what is bounded, each end of which holds at the level 1 - alpha. */
  static Guardrail of(String name, String meaning, double margin, Optional<Interval> interval) {
    State state =
        interval
            .map(
                i ->
                    i.high() < margin
                        ? State.KEPT
                        : i.low() > margin ? State.BROKEN : State.NOT_SHOWN)
            .orElse(State.NOT_SHOWN);
    OptionalDouble bound =
        interval.map(i -> OptionalDouble.of(i.high())).orElse(OptionalDouble.empty());
    return new Guardrail(name, meaning, margin, bound, state);
  }
}
