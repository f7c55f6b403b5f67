package io.kirolinter.agents.fix;

import io.kirolinter.agents.review.RulePages;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.Failure;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.source.WholeFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A Markdown file about the fixes that were left out: why, what was tried, and what to do now. */
final class FailureReport {

  static final String FILE = "dropped-fixes.md";

  private FailureReport() {}

  /**
   * Writes the file, if any fix was left out; an earlier one is replaced.
   *
   * @param found the findings that were to be fixed
   * @param folder of the run
   * @return the set, with the place of the file
   * @throws WorkFailedException if it cannot be written
   */
  static FixSet write(FixSet fixes, Collection<Finding> found, Path folder) {
    if (fixes.dropped().isEmpty()) {
      return fixes;
    }
    Path file = folder.resolve(FILE);
    WholeFile.write(file, text(fixes, found));
    return fixes.withReport(file.toString());
  }

  static String text(FixSet fixes, Collection<Finding> found) {
    Map<Fingerprint, String> messages = new HashMap<>();
    found.forEach(finding -> messages.putIfAbsent(finding.fingerprint(), finding.message()));
    return "# "
        + Counted.of(fixes.dropped().size(), "fix was", "fixes were")
        + " left out\n\nThe code keeps these findings. All other fixes are not affected.\n"
        + fixes.dropped().stream()
            .map(fix -> text(fix, messages.getOrDefault(fix.fingerprint(), "")))
            .collect(Collectors.joining());
  }

  private static String text(DroppedFix fix, String message) {
    return "\n## %s:%d %s\n\n".formatted(inLine(fix.path().value()), fix.line(), fix.rule())
        + row("Rule", "`kirolinter rules %s` explains it".formatted(fix.rule()))
        + row("Finding", "%s (`%s`)".formatted(inLine(message), fix.fingerprint()).strip())
        + FixAdvice.gateOf(fix).map(gate -> row("Failed check", gate)).orElse("")
        + fix.failure().map(failure -> row("Tried", failure.tried())).orElse("")
        + "\n"
        + evidence(fix)
        + fix.failure().map(Failure::diff).map(FailureReport::diff).orElse("")
        + "What to do: "
        + FixAdvice.of(fix)
        + "\n"
        + example(fix.rule());
  }

  private static String row(String name, String value) {
    return "- %s: %s\n".formatted(name, value);
  }

  private static String evidence(DroppedFix fix) {
    String evidence =
        FixAdvice.gateOf(fix)
            .map(gate -> fix.reason().substring(gate.length() + 2))
            .orElse(fix.reason());
    return "Evidence:\n\n" + block("text", evidence);
  }

  private static String diff(String diff) {
    return diff.isEmpty() ? "" : "The change that was rejected:\n\n" + block("diff", diff);
  }

  /** The part of the rule's page that shows bad and good code. */
  private static String example(RuleId rule) {
    String page = RulePages.pageOf(rule).orElse("");
    int from = page.indexOf("\n## Bad\n");
    int to = page.indexOf("\n## ", page.indexOf("\n## Good\n") + 1);
    return from < 0 || to < from
        ? ""
        : page.substring(from, to)
            .replace("\n## Bad\n", "\nBad, from the page of the rule:\n")
            .replace("\n## Good\n", "\nGood:\n");
  }

  /** A fence longer than any in the text cannot be ended by it. */
  private static String block(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text.stripTrailing() + "\n" + fence + "\n\n";
  }

  private static String inLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
