package io.kirolinter.analytics.quality;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is compared of a finding: to read its message and its fix takes many times as long. */
public record SeenFinding(
    RuleId rule, Severity severity, SourcePath path, Fingerprint fingerprint) {

  public SeenFinding {
    requireNonNull(rule, "rule");
    requireNonNull(severity, "severity");
    requireNonNull(path, "path");
    requireNonNull(fingerprint, "fingerprint");
  }

  /** {@return the findings of a stored review; empty if it is of a form that is not known here} */
  public static Optional<List<SeenFinding>> ofReview(String json) {
    try {
      return Optional.of(SeenFindingReader.read(json));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // of a step that is not ours; the report tells how many were read
    }
  }
}
