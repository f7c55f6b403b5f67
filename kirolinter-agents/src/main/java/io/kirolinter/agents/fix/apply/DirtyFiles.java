package io.kirolinter.agents.fix.apply;

/** What happens to files that a person has changed and not yet committed. */
public enum DirtyFiles {
  /** They are left alone. */
  KEEP,
  /** They are fixed as they are. */
  FIX
}
