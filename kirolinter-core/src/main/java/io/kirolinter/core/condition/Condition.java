package io.kirolinter.core.condition;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/**
 * What has to be so for a step to run: at least so many of what is counted.
 *
 * @param severity only findings of this severity or above count; for other measures empty
 * @param atLeast 1 or more
 */
public record Condition(Measure measure, Optional<Severity> severity, int atLeast) {

  public Condition {
    requireNonNull(measure, "measure");
    requireNonNull(severity, "severity");
    if (atLeast < 1) {
      throw new IllegalArgumentException("atLeast must be >= 1, was " + atLeast);
    }
    if (severity.isPresent() && measure != Measure.FINDINGS) {
      throw new IllegalArgumentException("only findings have a severity, not " + measure.label());
    }
  }

  /** {@return the condition that there are so many} */
  public static Condition atLeast(int count, Measure measure) {
    return new Condition(measure, Optional.empty(), count);
  }

  /** {@return the condition that there is a finding of this severity or above} */
  public static Condition findingsFrom(Severity severity) {
    return new Condition(Measure.FINDINGS, Optional.of(severity), 1);
  }

  /**
   * {@return why the condition does not hold, as a sentence for people; empty if it holds}
   *
   * <p>The same artifacts give the same answer, so that every process that takes over a run goes
   * the same way.
   */
  public Optional<String> obstacle(Artifacts artifacts) {
    long counted = measure.in(artifacts, this);
    return counted >= atLeast
        ? Optional.empty()
        : Optional.of("Nothing to do: it wants %s, and there are %d.".formatted(this, counted));
  }

  /** {@return the condition as people write it, such as {@code 5 or more fixes made}} */
  @Override
  public String toString() {
    String from =
        severity
            .map(one -> " of severity '%s' or above".formatted(one.name().toLowerCase(Locale.ROOT)))
            .orElse("");
    return "%d or more %s%s".formatted(atLeast, measure.label().replace('-', ' '), from);
  }

  boolean counts(Finding finding) {
    return severity.map(least -> finding.severity().isAtLeast(least)).orElse(true);
  }
}
