package io.kirolinter.analytics.quality;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.history.ReviewFacts;
import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.Map;

/**
 * What a run found, in relation to the size of the code.
 *
 * @param findings how many of each severity that occurs
 * @param lines of the code that was looked at
 * @param perThousand findings in 1,000 lines
 */
public record QualityPoint(
    RunId run, Instant at, Map<Severity, Integer> findings, long lines, double perThousand) {

  public QualityPoint {
    requireNonNull(run, "run");
    requireNonNull(at, "at");
    findings = Map.copyOf(findings);
  }

  static QualityPoint of(RunId run, Instant at, ReviewFacts review) {
    return new QualityPoint(
        run, at, review.findings(), review.lines(), 1000.0 * review.total() / review.lines());
  }

  /** {@return findings of at least this severity in 1,000 lines} */
  public double perThousand(Severity least) {
    int count =
        findings.entrySet().stream()
            .filter(entry -> entry.getKey().isAtLeast(least))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return 1000.0 * count / lines;
  }

  int total() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }
}
