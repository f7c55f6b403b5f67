package io.kirolinter.core.choice;

/** What a person may want of one fix. */
public enum Choice {
  /** Make it. */
  ACCEPT,
  /** Leave it. */
  SKIP,
  /** Make it, and all that come later of its rule. */
  ACCEPT_RULE,
  /** Leave it and all that come later of its rule, here and whenever this repository is fixed. */
  REFUSE_RULE
}
