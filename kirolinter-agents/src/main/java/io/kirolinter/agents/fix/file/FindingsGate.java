package io.kirolinter.agents.fix.file;

import com.google.common.collect.Sets;
import io.kirolinter.agents.fix.file.KnownFindings.Recognised;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The findings are gone, none that was fixed before is back, and there is no new one; except for
 * new ones that have a fix themselves, as it follows.
 */
final class FindingsGate implements FileGate {

  private final KnownFindings known;
  private final Set<Fingerprint> fixed;
  private final Predicate<Finding> fixable;

  /**
   * Looks at one file.
   *
   * @param fixed what was fixed so far; grows meanwhile
   */
  FindingsGate(KnownFindings known, Set<Fingerprint> fixed, Predicate<Finding> fixable) {
    this.known = known;
    this.fixed = fixed;
    this.fixable = fixable;
  }

  @Override
  public String name() {
    return "findings";
  }

  @Override
  public Optional<String> objection(Attempt attempt) {
    Set<Fingerprint> targets =
        attempt.targets().stream().map(Target::id).collect(Collectors.toSet());
    return known.in(attempt.after(), Sets.union(targets, fixed)).stream()
        .flatMap(found -> objection(found, targets).stream())
        .findFirst();
  }

  private Optional<String> objection(Recognised found, Set<Fingerprint> targets) {
    if (targets.contains(found.id())) {
      return Optional.of("the finding is still there: " + text(found));
    }
    if (fixed.contains(found.id())) {
      return Optional.of("a finding that was fixed before is back: " + text(found));
    }
    return found.isNew() && !fixable.test(found.finding())
        ? Optional.of("there is a new finding: " + text(found))
        : Optional.empty();
  }

  static String text(Recognised found) {
    Finding finding = found.finding();
    return "%s (%s, line %d)"
        .formatted(finding.message(), finding.rule(), finding.range().startLine());
  }
}
