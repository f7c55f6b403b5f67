package io.kirolinter.analytics.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kirolinter.analytics.statistics.PairOutcome;
import java.util.Locale;
import java.util.Optional;

/** What an experiment says about its primary metric, useful work. */
public enum Verdict {
  /** Template A does more useful work. */
  @JsonProperty("a")
  A,
  /** Template B does. */
  @JsonProperty("b")
  B,
  /** The pairs do not tell; this does not mean that the templates are equal. */
  @JsonProperty("inconclusive")
  INCONCLUSIVE;

  /** {@return the name that users and JSON see} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side that won. */
  Optional<Arm> arm() {
    return this == INCONCLUSIVE ? Optional.empty() : Optional.of(this == A ? Arm.A : Arm.B);
  }

  static Verdict of(PairOutcome winner) {
    return winner == PairOutcome.WIN ? A : winner == PairOutcome.LOSS ? B : INCONCLUSIVE;
  }
}
