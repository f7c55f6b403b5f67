package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person answered to a question of a run.
 *
 * @param step the step that the question was about
 * @param answer in kebab-case, such as {@code yes} or {@code accept-rule}; stored, so never changed
 * @param fix the fix that the question was about; empty if it was about the whole step
 * @param person who answered
 * @param why the reason, where one was given
 */
public record RunAnswer(
    String step,
    String answer,
    Optional<AskedFix> fix,
    Instant at,
    String person,
    Optional<String> why) {

  public RunAnswer {
    requireNonNull(step, "step");
    requireNonNull(answer, "answer");
    requireNonNull(fix, "fix");
    requireNonNull(at, "at");
    requireNonNull(person, "person");
    requireNonNull(why, "why");
  }

  /** The fix that a question was about, as its finding names it. */
  public record AskedFix(RuleId rule, SourcePath path, int line, Fingerprint fingerprint) {

    public AskedFix {
      requireNonNull(rule, "rule");
      requireNonNull(path, "path");
      requireNonNull(fingerprint, "fingerprint");
    }

    public static AskedFix of(Finding finding) {
      return new AskedFix(
          finding.rule(), finding.path(), finding.range().startLine(), finding.fingerprint());
    }

    /** {@return whether the fix is that of this finding} */
    public boolean isOf(Finding finding) {
      return rule.equals(finding.rule()) && fingerprint.equals(finding.fingerprint());
    }
  }
}
