package io.kirolinter.core.step;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Finding;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A fix that a step would make, for a person to choose.
 *
 * @param finding what it mends
 * @param diff the change by itself, as a unified diff; empty if it cannot be shown. Made when it is
 *     asked for, as most are never looked at
 */
public record ProposedFix(Finding finding, Supplier<Optional<String>> diff) {

  public ProposedFix {
    requireNonNull(finding, "finding");
    requireNonNull(diff, "diff");
  }
}
