package io.kirolinter.agents.fix.gate;

import io.kirolinter.core.source.SourcePath;
import java.util.Set;

/**
 * What a gate says about a state.
 *
 * @param passed whether the fixes may stay
 * @param evidence what was seen, for people, without a full stop
 * @param suspects the files whose fixes are probably guilty; empty if that is not known
 * @param isConclusive whether the gate could tell; if not, it blames no fix, and all may stay
 */
public record Verdict(
    boolean passed, String evidence, Set<SourcePath> suspects, boolean isConclusive) {

  public Verdict {
    suspects = Set.copyOf(suspects);
    if (!isConclusive && !passed) {
      throw new IllegalArgumentException("a gate that cannot tell blames no fix");
    }
  }

  public static Verdict passed(String evidence) {
    return new Verdict(true, evidence, Set.of(), true);
  }

  /** {@return the verdict of a gate that cannot tell; nothing is dropped on its account} */
  public static Verdict inconclusive(String evidence) {
    return new Verdict(true, evidence, Set.of(), false);
  }

  public static Verdict failed(String evidence, Set<SourcePath> suspects) {
    return new Verdict(false, evidence, suspects, true);
  }
}
