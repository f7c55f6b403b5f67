package io.kirolinter.agents.outcome;

/** Whether a finding is there, as far as a review tells. */
enum Sighting {
  /** It is found and shown. */
  SHOWN,
  /** It is there, but somebody does not want to hear of it. */
  HIDDEN,
  /** It is not there. */
  GONE,
  /** Nobody has looked: the rule or the file was not part of the review. */
  NOT_LOOKED_FOR
}
