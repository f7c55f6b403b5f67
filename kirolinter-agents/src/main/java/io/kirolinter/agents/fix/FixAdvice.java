package io.kirolinter.agents.fix;

import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import java.util.Map;
import java.util.Optional;

/** What a person can do about a fix that was left out. */
public final class FixAdvice {

  private static final Map<String, String> BY_GATE =
      Map.of(
          "no overlap",
          "The edits of the fix get in each other's way. Make the change by hand.",
          "syntax",
          "The edit leaves code that does not parse. Make the change by hand, and look at what is"
              + " unusual about the statement around it.",
          "only intended nodes",
          "The edit changes how the code around it is read. Make the change by hand, with"
              + " parentheses or a statement of its own.",
          "declarations",
          "The edit changes what other files can see, which a safe fix must not do. Make it by"
              + " hand, and change the callers with it.",
          "findings",
          "The edit leaves its finding, or brings another one. Make the change by hand, and mend"
              + " what the new finding names too.",
          "second run",
          "The fix and another one undo each other. Decide which of the two rules shall hold here,"
              + " and suppress the other.",
          "compiler",
          "The code does not compile with the edit. Make the change by hand, and adapt the types,"
              + " imports or callers that the error names.",
          "verify",
          "The verify command fails with this edit and passes without it, so something depends on"
              + " the old behaviour. Apply the diff, run the command, and read the failing test"
              + " first: either the test or the fix is wrong.");

  private FixAdvice() {}

  /** {@return the gate that objected; empty if none did} */
  public static Optional<String> gateOf(DroppedFix fix) {
    int end = fix.reason().indexOf(": ");
    return fix.cause() == DropCause.FAILED_GATE && end > 0
        ? Optional.of(fix.reason().substring(0, end))
        : Optional.empty();
  }

  /** {@return the advice in a few sentences} */
  public static String of(DroppedFix fix) {
    if (fix.cause() == DropCause.NOT_POSSIBLE_NOW) {
      return "The fix may be good, but could not be made now. Mend what the reason names, and run"
          + " again.";
    }
    String general = "Make the change by hand, as the page of the rule shows.";
    return gateOf(fix).map(gate -> BY_GATE.getOrDefault(gate, general)).orElse(general);
  }
}
