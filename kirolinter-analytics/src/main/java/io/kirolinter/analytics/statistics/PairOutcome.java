package io.kirolinter.analytics.statistics;

/** Which side of a pair was better. */
public enum PairOutcome {
  /** A was better. */
  WIN,
  /** B was better. */
  LOSS,
  /** Neither was. */
  TIE;

  /** {@return the outcome for A, where more is better} */
  public static PairOutcome ofMore(long a, long b) {
    return a > b ? WIN : a < b ? LOSS : TIE;
  }

  /** {@return the outcome for the other side} */
  public PairOutcome mirrored() {
    return this == WIN ? LOSS : this == LOSS ? WIN : TIE;
  }

  int step() {
    return this == WIN ? 1 : this == LOSS ? -1 : 0;
  }
}
