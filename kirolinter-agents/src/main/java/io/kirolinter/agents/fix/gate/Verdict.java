package io.kirolinter.agents.fix.gate;

import io.kirolinter.core.source.SourcePath;
import java.util.Set;

/**
 * What a gate says about a state.
 *
 * @param passed whether the fixes may stay
 * @param evidence what was seen, for people, without a full stop
 * @param suspects the files whose fixes are probably guilty; empty if that is not known
 */
public record Verdict(boolean passed, String evidence, Set<SourcePath> suspects) {

  public Verdict {
    suspects = Set.copyOf(suspects);
  }

  public static Verdict passed(String evidence) {
    return new Verdict(true, evidence, Set.of());
  }

  public static Verdict failed(String evidence, Set<SourcePath> suspects) {
    return new Verdict(false, evidence, suspects);
  }
}
