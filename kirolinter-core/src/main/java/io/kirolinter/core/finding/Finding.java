package io.kirolinter.core.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.Comparator;
import java.util.Optional;

/** One place in one file that breaks a rule. Ordered by file, then by position, then by rule. */
public record Finding(
    RuleId rule,
    Category category,
    Severity severity,
    SourcePath path,
    SourceRange range,
    String message,
    Fingerprint fingerprint,
    Optional<Fix> fix)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::path)
          .thenComparingInt(finding -> finding.range().startLine())
          .thenComparingInt(finding -> finding.range().startColumn())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::fingerprint);

  public Finding {
    requireNonNull(rule, "rule");
    requireNonNull(category, "category");
    requireNonNull(severity, "severity");
    requireNonNull(path, "path");
    requireNonNull(range, "range");
    requireNonNull(message, "message");
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(fix, "fix");
  }

  /** {@return the level of the fix, {@link FixLevel#NONE} without one} */
  @JsonIgnore
  public FixLevel fixLevel() {
    return fix.map(Fix::level).orElse(FixLevel.NONE);
  }

  /** {@return the same finding, whose fix, where it has one, is of this level} */
  public Finding withFixLevel(FixLevel level) {
    return new Finding(
        rule,
        category,
        severity,
        path,
        range,
        message,
        fingerprint,
        fix.map(one -> one.withLevel(level)));
  }

  /** {@return the same finding, which is less or more severe} */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, category, other, path, range, message, fingerprint, fix);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
