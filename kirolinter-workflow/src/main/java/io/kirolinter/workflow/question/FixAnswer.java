package io.kirolinter.workflow.question;

import io.kirolinter.core.choice.Choice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can answer about one fix of a step. */
public enum FixAnswer {
  /** Make it. */
  ACCEPT,
  /** Leave it. */
  SKIP,
  /** Make it, and all that come later of its rule. */
  ACCEPT_RULE,
  /**
   * Leave it, and make no fix of its rule in this repository, from here on and in later runs. It is
   * remembered when the step runs, so that it can be taken back until then.
   */
  REFUSE_RULE,
  /** Take the last answer back, and ask it again. */
  UNDO,
  /** Leave this one and all that come later, and go on with those that were accepted. */
  LEAVE_REST,
  /** No answer now: the run stays waiting with this question, and is let go by this process. */
  LATER;

  /** {@return the name in the journal, in kebab-case} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return what the answer chooses for the fix; empty if it chooses nothing} */
  public Optional<Choice> choice() {
    return switch (this) {
      case ACCEPT -> Optional.of(Choice.ACCEPT);
      case SKIP -> Optional.of(Choice.SKIP);
      case ACCEPT_RULE -> Optional.of(Choice.ACCEPT_RULE);
      case REFUSE_RULE -> Optional.of(Choice.REFUSE_RULE);
      case UNDO, LEAVE_REST, LATER -> Optional.empty();
    };
  }

  /** {@return the answer that is kept under this label; empty if this release knows none} */
  public static Optional<FixAnswer> of(String label) {
    return Arrays.stream(values()).filter(answer -> answer.label().equals(label)).findFirst();
  }
}
