package io.kirolinter.agents.fix;

import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.notice.Counted;
import java.util.Locale;

/** Says in one sentence what was fixed. */
final class FixSummary {

  private FixSummary() {}

  /**
   * {@return the sentence}
   *
   * @param fixable how many findings had a fix to apply
   * @param where what became of the fixes, such as {@code are written to the checkout}
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
        "%s of %s in %s passed all checks%s, for %s with a fix%s%s",
        Counted.of(fixes.applied(), "fix", "fixes"),
        Counted.of(rules, "rule"),
        Counted.of(files, "file"),
        where.isEmpty() ? "" : " and " + where,
        Counted.of(fixable, "finding"),
        waiting(fixes),
        dropped);
  }

  private static String waiting(FixSet fixes) {
    return fixes.waiting() == 0 ? "" : "; %d wait for the next proposal".formatted(fixes.waiting());
  }

  private static String firstLine(String reason) {
    return reason.lines().findFirst().orElse("of no known reason");
  }
}
