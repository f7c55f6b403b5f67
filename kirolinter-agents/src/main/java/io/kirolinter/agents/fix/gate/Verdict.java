package io.kirolinter.agents.fix.gate;

import io.kirolinter.core.source.SourcePath;
import java.util.Map;
import java.util.Set;

/**
 * What a gate says about a state.
 *
 * @param passed whether the fixes may stay, but for those of unchecked files
 * @param evidence what was seen, for people, without a full stop
 * @param suspects the files whose fixes are probably guilty; empty if that is not known
 * @param isConclusive whether the gate could tell; if not, it blames no fix, and all may stay
 * @param unchecked files that the gate could not look at, each with the reason: what it says does
 *     not hold for them, so that their fixes are neither believed nor blamed
 */
public record Verdict(
    boolean passed,
    String evidence,
    Set<SourcePath> suspects,
    boolean isConclusive,
    Map<SourcePath, String> unchecked) {

  public Verdict {
    suspects = Set.copyOf(suspects);
    unchecked = Map.copyOf(unchecked);
    if (!isConclusive && !passed) {
      throw new IllegalArgumentException("a gate that cannot tell blames no fix");
    }
  }

  public static Verdict passed(String evidence) {
    return new Verdict(true, evidence, Set.of(), true, Map.of());
  }

  /** {@return the verdict of a gate that cannot tell; nothing is dropped on its account} */
  public static Verdict inconclusive(String evidence) {
    return new Verdict(true, evidence, Set.of(), false, Map.of());
  }

  public static Verdict failed(String evidence, Set<SourcePath> suspects) {
    return new Verdict(false, evidence, suspects, true, Map.of());
  }

  /** {@return the same about all files but these, which the gate could not look at} */
  public Verdict except(Map<SourcePath, String> files) {
    return new Verdict(passed, evidence, suspects, isConclusive, files);
  }

  /** {@return whether all fixes may stay} */
  public boolean isClean() {
    return passed && unchecked.isEmpty();
  }
}
