package io.kirolinter.agents.predict.model;

/** What a prediction rests on. */
public enum Signal {
  /** How large the file is. */
  SIZE,
  /** How often, how lately and how single-mindedly it was changed. */
  CHANGES,
  /** How often and how lately faults were fixed in it. */
  FIXES,
  /** What earlier runs found in it. */
  LEARNED
}
