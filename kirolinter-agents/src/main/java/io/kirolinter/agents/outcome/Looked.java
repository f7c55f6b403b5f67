package io.kirolinter.agents.outcome;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.experience.FixTrace;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a review has looked at, and what it saw.
 *
 * @param rules those that were looked for
 * @param files tells of a file whether all of it was looked at; also of one that is not there
 * @param found all findings, also those that settings or the baseline hide
 * @param shown those that are left of them
 * @param suppressed the findings of a file that marks in its code hide
 */
public record Looked(
    Predicate<RuleId> rules,
    Predicate<SourcePath> files,
    Set<Fingerprint> found,
    Set<Fingerprint> shown,
    Function<SourcePath, Set<Fingerprint>> suppressed) {

  public Looked {
    requireNonNull(rules, "rules");
    requireNonNull(files, "files");
    requireNonNull(suppressed, "suppressed");
    found = Set.copyOf(found);
    shown = Set.copyOf(shown);
  }

  Sighting of(FixTrace fix) {
    if (shown.contains(fix.fingerprint())) {
      return Sighting.SHOWN;
    }
    if (found.contains(fix.fingerprint())) {
      return Sighting.HIDDEN;
    }
    if (!rules.test(fix.rule()) || !files.test(fix.path())) {
      return Sighting.NOT_LOOKED_FOR;
    }
    return suppressed.apply(fix.path()).contains(fix.fingerprint())
        ? Sighting.HIDDEN
        : Sighting.GONE;
  }
}
