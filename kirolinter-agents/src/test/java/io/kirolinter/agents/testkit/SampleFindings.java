package io.kirolinter.agents.testkit;

import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;

/** Findings for tests of the steps that come after the analysis. */
public final class SampleFindings {

  private SampleFindings() {}

  /** {@return a finding without fix; line and rule make its fingerprint} */
  public static Finding finding(String rule, Severity severity, String path, int line) {
    return finding(rule, severity, path, line, Optional.empty());
  }

  /** {@return a finding with a safe fix} */
  public static Finding fixable(String rule, String path, int line) {
    Fix fix = new Fix(FixLevel.SAFE, "Delete it", List.of(new TextEdit(0, 1, "")));
    return finding(rule, Severity.LOW, path, line, Optional.of(fix));
  }

  /** {@return a review of one file with 100 lines for each finding, without problems} */
  public static Review review(Finding... findings) {
    return new Review(
        List.of(findings), List.of(), findings.length, 100L * findings.length, List.of("java"));
  }

  private static Finding finding(
      String rule, Severity severity, String path, int line, Optional<Fix> fix) {
    RuleId id = RuleId.of(rule);
    SourcePath place = SourcePath.of(path);
    return new Finding(
        id,
        Category.CORRECTNESS,
        severity,
        place,
        new SourceRange(line, 1, line, 2),
        "message of " + rule,
        Fingerprint.of(id, place, "", "line " + line, 0),
        fix);
  }
}
