package io.kirolinter.analytics.statistics;

/** What a test looks for. */
public enum Alternative {
  /** A differs from B, to whichever side. */
  TWO_SIDED,
  /** A is higher than B. */
  A_HIGHER,
  /** A is lower than B. */
  A_LOWER
}
