package io.kirolinter.cli.output;

import io.kirolinter.agents.fix.PreparedFixes;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.GateResult;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON of {@code fix}; scripts depend on its names.
 *
 * @param fixId what {@code fix --undo} takes; null if nothing was written
 * @param findings how many there were before
 * @param applied the fixes that are written, or would be if {@code diff} is there
 * @param files the files that they change
 * @param leftAlone files that could be fixed, and were not written to
 * @param refusedRules rules whose fixes a person does not want in this repository
 * @param heldBack which fixes are not made as the code is for an older Java, in words
 * @param left how many findings are left, by what could be done about them
 * @param gates the checks that the fixed state passed
 * @param notice what a person should know of the checks; null for nothing
 * @param diff the patch; null unless asked for
 */
public record FixJson(
    Optional<RunId> fixId,
    int findings,
    List<Applied> applied,
    List<DroppedFix> dropped,
    List<SourcePath> files,
    List<LeftAlone> leftAlone,
    Set<RuleId> refusedRules,
    List<String> heldBack,
    FindingsLeft left,
    List<FileProblem> problems,
    List<GateResult> gates,
    Optional<String> notice,
    Optional<String> diff) {

  /** A fix that is made; the line is that of the finding before. */
  public record Applied(
      RuleId rule,
      SourcePath path,
      int line,
      Fingerprint fingerprint,
      FixLevel level,
      String description) {}

  /** A file that stays as it is. */
  public record LeftAlone(SourcePath path, String reason) {}

  /** Findings that are still there, by the fix that they have. */
  public record FindingsLeft(long safe, long unsafe, long suggestion, long none) {

    static FindingsLeft of(List<Finding> findings) {
      return new FindingsLeft(
          count(findings, FixLevel.SAFE),
          count(findings, FixLevel.UNSAFE),
          count(findings, FixLevel.SUGGESTION),
          count(findings, FixLevel.NONE));
    }

    private static long count(List<Finding> findings, FixLevel level) {
      return findings.stream().filter(finding -> finding.fixLevel() == level).count();
    }
  }

  /** {@return the document about fixes} */
  public static FixJson of(
      PreparedFixes fixes, Optional<RunId> id, Optional<String> notice, Optional<String> diff) {
    return new FixJson(
        id,
        fixes.offer().report().findings().size(),
        applied(fixes),
        fixes.fixes().dropped(),
        fixes.files().stream().map(file -> file.path()).toList(),
        fixes.leftAlone().entrySet().stream()
            .map(entry -> new LeftAlone(entry.getKey(), entry.getValue()))
            .toList(),
        fixes.offer().refused(),
        fixes.offer().heldBack(),
        FindingsLeft.of(fixes.left()),
        fixes.offer().report().problems(),
        fixes.fixes().gates(),
        notice,
        diff);
  }

  private static List<Applied> applied(PreparedFixes fixes) {
    return fixes.fixes().changes().stream()
        .flatMap(
            change ->
                change.fixes().stream()
                    .map(
                        fix ->
                            new Applied(
                                change.rule(),
                                fix.path(),
                                fix.line(),
                                fix.fingerprint(),
                                fix.level(),
                                fix.description())))
        .toList();
  }
}
