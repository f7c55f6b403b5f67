package io.kirolinter.agents.integrate;

import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.RunId;
import java.util.stream.Collectors;

/** What the commits say, with trailers by which programs find them again. */
final class CommitMessages {

  private static final String RUN = "KiroLinter-Run: ";
  private static final String CONTENT = "KiroLinter-Content: ";
  private static final int MOST_LISTED = 100;

  private final RunId run;
  private final String content;

  /**
   * Writes the messages of one proposal.
   *
   * @param content names what all its commits come to
   */
  CommitMessages(RunId run, String content) {
    this.run = run;
    this.content = content;
  }

  String of(RuleChange change) {
    String listed =
        change.fixes().stream()
            .limit(MOST_LISTED)
            .map(CommitMessages::line)
            .collect(Collectors.joining());
    int rest = change.fixes().size() - MOST_LISTED;
    return subject(change)
        + "\n\n"
        + listed
        + (rest > 0 ? "- and " + rest + " more\n" : "")
        + "\nKiroLinter-Rule: "
        + change.rule()
        + "\n"
        + RUN
        + run
        + "\n"
        + CONTENT
        + content
        + "\nKiroLinter-Fingerprints: "
        + change.fixes().stream()
            .map(fix -> fix.fingerprint().value())
            .collect(Collectors.joining(" "))
        + "\n";
  }

  static boolean isOf(RunId run, String message) {
    return hasLine(message, RUN + run);
  }

  static boolean hasContent(String content, String message) {
    return hasLine(message, CONTENT + content);
  }

  private static boolean hasLine(String message, String line) {
    return message.lines().anyMatch(line::equals);
  }

  private static String subject(RuleChange change) {
    return "%s (%s, %s)"
        .formatted(
            Wording.line(change.title()),
            change.rule(),
            Counted.of(change.fixes().size(), "fix", "fixes"));
  }

  private static String line(AppliedFix fix) {
    return "- %s:%d: %s\n"
        .formatted(Wording.line(fix.path().value()), fix.line(), Wording.line(fix.description()));
  }
}
