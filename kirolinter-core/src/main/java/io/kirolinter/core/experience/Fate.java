package io.kirolinter.core.experience;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a fix that was proposed, as far as it was seen. */
public enum Fate {
  /** Nobody has decided yet. That is no failure. */
  OPEN("open", Verdict.NONE),
  /** Its text is in the base, as it was proposed. */
  MERGED("merged as is", Verdict.USEFUL),
  /** It came into the base, and was changed on the way. */
  MERGED_WITH_CHANGES("merged with changes", Verdict.USEFUL),
  /** Its proposal was closed, or its branch deleted, and the finding is still there. */
  CLOSED("closed", Verdict.NOT_USEFUL),
  /** It was in the base, and was taken out again. */
  REVERTED("reverted", Verdict.NOT_USEFUL),
  /** The finding is still there, and somebody does not want to hear of it. */
  SUPPRESSED("suppressed", Verdict.NOT_USEFUL),
  /** A person took back the run that made it. */
  UNDONE("undone", Verdict.NOT_USEFUL),
  /** The finding went away by other means, so that nobody decided about the fix. */
  OVERTAKEN("overtaken", Verdict.NONE),
  /** Its run failed later and cleaned up after itself. */
  WITHDRAWN("withdrawn", Verdict.NONE);

  /** What a fate says about a fix. */
  public enum Verdict {
    USEFUL,
    NOT_USEFUL,
    NONE
  }

  private final String label;
  private final Verdict verdict;

  Fate(String label, Verdict verdict) {
    this.label = label;
    this.verdict = verdict;
  }

  /** {@return a few words for people; stored, so never changed} */
  @JsonValue
  public String label() {
    return label;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** {@return whether people have decided} */
  public boolean isDecided() {
    return verdict != Verdict.NONE;
  }

  /** {@return whether the fix is not to be proposed again} */
  public boolean isRefusal() {
    return verdict == Verdict.NOT_USEFUL;
  }

  public boolean isMerge() {
    return verdict == Verdict.USEFUL;
  }
}
