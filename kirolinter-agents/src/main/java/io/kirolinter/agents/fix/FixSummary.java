package io.kirolinter.agents.fix;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import java.util.Locale;

/** Says in one sentence what was fixed. */
final class FixSummary {

  private FixSummary() {}

  /**
   * {@return the sentence}
   *
   * @param fixable how many findings had a fix to apply
   * @param where what became of the fixes, such as {@code written to the checkout}
   */
  static String of(FixSet fixes, int fixable, String where) {
    long files =
        fixes.changes().stream()
            .flatMap(change -> change.fixes().stream())
            .map(AppliedFix::path)
            .distinct()
            .count();
    long rules = fixes.changes().stream().map(RuleChange::rule).distinct().count();
    String dropped =
        fixes.dropped().isEmpty()
            ? ""
            : "; %d dropped, the first because %s"
                .formatted(fixes.dropped().size(), firstLine(fixes.dropped().get(0).reason()));
    return String.format(
        Locale.ROOT,
        "%,d fixes of %,d rules in %,d files passed all checks%s, for %,d findings with a fix%s",
        fixes.applied(),
        rules,
        files,
        where.isEmpty() ? "" : " and are " + where,
        fixable,
        dropped);
  }

  private static String firstLine(String reason) {
    return reason.lines().findFirst().orElse("of no known reason");
  }
}
