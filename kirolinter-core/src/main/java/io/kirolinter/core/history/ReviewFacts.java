package io.kirolinter.core.history;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a run found.
 *
 * @param findings how many of each severity that occurs
 * @param lines of the code that was looked at; 0 or more
 * @param problems files that could not be analysed
 */
public record ReviewFacts(Map<Severity, Integer> findings, long lines, int problems) {

  public ReviewFacts {
    requireNonNull(findings, "findings");
    if (lines < 0) {
      throw new IllegalArgumentException("lines must be >= 0, was " + lines);
    }
    Map<Severity, Integer> copy = new EnumMap<>(Severity.class);
    copy.putAll(findings);
    findings = Collections.unmodifiableMap(copy);
  }

  public int of(Severity severity) {
    return findings.getOrDefault(severity, 0);
  }

  /** {@return findings of all severities} */
  public int total() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }
}
