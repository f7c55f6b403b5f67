package io.kirolinter.agents.fix;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes sets of fixes out of others. */
final class FixSets {

  private FixSets() {}

  /** {@return the set without the fixes of some files, which are dropped for the reasons given} */
  static FixSet without(FixSet fixes, Map<SourcePath, String> reasons) {
    List<RuleChange> changes = new ArrayList<>();
    List<DroppedFix> dropped = new ArrayList<>(fixes.dropped());
    for (RuleChange change : fixes.changes()) {
      RuleChange rest =
          new RuleChange(
              change.rule(),
              change.title(),
              change.fixes().stream().filter(fix -> !reasons.containsKey(fix.path())).toList(),
              change.files().stream().filter(file -> !reasons.containsKey(file.path())).toList());
      if (!rest.fixes().isEmpty()) {
        changes.add(rest);
      }
      for (AppliedFix fix : change.fixes()) {
        String reason = reasons.get(fix.path());
        if (reason != null) {
          dropped.add(dropped(change, fix, reason));
        }
      }
    }
    return new FixSet(changes, dropped, fixes.gates(), fixes.waiting(), fixes.report());
  }

  /** {@return the set, whose gates say that they ran earlier} */
  static FixSet remembered(FixSet fixes) {
    List<GateResult> gates =
        fixes.gates().stream()
            .map(
                gate ->
                    new GateResult(
                        gate.gate(),
                        "in an earlier run on the same content: " + gate.evidence(),
                        0))
            .toList();
    return new FixSet(fixes.changes(), fixes.dropped(), gates, fixes.waiting(), fixes.report());
  }

  private static DroppedFix dropped(RuleChange change, AppliedFix fix, String reason) {
    return new DroppedFix(
        change.rule(),
        fix.fingerprint(),
        fix.path(),
        fix.line(),
        DropCause.NOT_POSSIBLE_NOW,
        reason);
  }
}
