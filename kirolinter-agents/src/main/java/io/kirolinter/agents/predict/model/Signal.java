package io.kirolinter.agents.predict.model;

/** What a prediction rests on. */
public enum Signal {
  /** How large the file is, and how much its flow parts. */
  SIZE,
  /** How often, how lately and how single-mindedly it was changed. */
  CHANGES,
  /** How often and how lately faults were fixed in it. */
  FIXES,
  /** How many people changed it. */
  AUTHORS,
  /** How young it is, and how lately it was changed. */
  AGE,
  /** How many other files it uses. */
  USES,
  /** What earlier runs found in it. */
  LEARNED
}
