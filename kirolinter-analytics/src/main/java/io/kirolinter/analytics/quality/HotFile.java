package io.kirolinter.analytics.quality;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import java.util.Map;

/**
 * A file with findings in the newest review.
 *
 * @param findings how many of each severity that occurs
 */
public record HotFile(SourcePath path, Map<Severity, Integer> findings) {

  public HotFile {
    requireNonNull(path, "path");
    findings = Map.copyOf(findings);
  }

  /** {@return findings of all severities} */
  public int total() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }
}
