package io.kirolinter.cli.output;

import io.kirolinter.agents.fix.PreparedFixes;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.RunId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of {@code fix}: what was fixed, what was not and why, what is left, what to do next. */
public final class FixText {

  private static final int LONGEST_REASON = 300;

  private final PreparedFixes fixes;
  private final Optional<RunId> id;
  private final StringBuilder out = new StringBuilder();

  private FixText(PreparedFixes fixes, Optional<RunId> id) {
    this.fixes = fixes;
    this.id = id;
  }

  /**
   * {@return the report for people}
   *
   * @param id of what was written; empty if nothing was
   * @param notice what to know of the checks
   */
  public static String of(PreparedFixes fixes, Optional<RunId> id, Optional<String> notice) {
    FixText text = new FixText(fixes, id);
    text.addFixed();
    text.addDropped();
    text.addLeftAlone();
    text.addLeft();
    notice.ifPresent(line -> text.add("Note: %s%n", line));
    text.addNext();
    return text.out.toString();
  }

  private void addFixed() {
    int applied = fixes.fixes().applied();
    if (applied == 0) {
      add("Nothing was fixed.%n");
      return;
    }
    add(
        "%s %s in %s:%n",
        id.isPresent() ? "Fixed" : "Could fix, and wrote nothing:",
        Counted.of(applied, "finding"),
        Counted.of(fixes.files().size(), "file"));
    Map<String, Integer> byRule = new TreeMap<>();
    for (RuleChange change : fixes.fixes().changes()) {
      byRule.merge(change.rule().value(), change.fixes().size(), Integer::sum);
    }
    byRule.forEach((rule, count) -> add("  %5d  %s%n", count, rule));
  }

  private void addDropped() {
    if (fixes.fixes().dropped().isEmpty()) {
      return;
    }
    add("Dropped %s:%n", Counted.of(fixes.fixes().dropped().size(), "fix", "fixes"));
    for (DroppedFix fix : fixes.fixes().dropped()) {
      add("  %s:%d  %s: %s%n", fix.path(), fix.line(), fix.rule(), firstLine(fix.reason()));
    }
  }

  private void addLeftAlone() {
    if (fixes.leftAlone().isEmpty()) {
      return;
    }
    add("Left alone:%n");
    fixes.leftAlone().forEach((path, reason) -> add("  %s: %s%n", path, reason));
  }

  private void addLeft() {
    FixJson.FindingsLeft left = FixJson.FindingsLeft.of(fixes.left());
    add(
        "Left: %s: %d with a safe fix, %d with an unsafe one (--unsafe), %d with a suggestion, "
            + "%d to be fixed by hand%n",
        Counted.of(fixes.left().size(), "finding"),
        left.safe(),
        left.unsafe(),
        left.suggestion(),
        left.none());
    if (!fixes.offer().refused().isEmpty()) {
      String rules =
          fixes.offer().refused().stream()
              .map(rule -> rule.value())
              .sorted()
              .collect(Collectors.joining(","));
      add("Never fixed here, as you chose: %1$s; to fix it all the same: --rules %1$s%n", rules);
    }
    fixes.offer().heldBack().forEach(reason -> add("Held back: %s%n", reason));
    fixes
        .offer()
        .report()
        .problems()
        .forEach(problem -> add("%s: not analysed: %s%n", problem.path(), problem.reason()));
  }

  private void addNext() {
    id.ifPresent(
        written ->
            add("%nNext:%n  git diff%n  kirolinter fix --undo %s    take it back%n", written));
  }

  private void add(String form, Object... values) {
    out.append(String.format(Locale.ROOT, form, values));
  }

  private static String firstLine(String reason) {
    String line = reason.lines().findFirst().orElse("");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + " …";
  }
}
