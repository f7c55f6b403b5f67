package io.kirolinter.agents.integrate;

import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.artifact.FixSet.RuleChange;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.run.RunId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the commits say, with trailers by which programs find them again. */
final class CommitMessages {

  private static final String RULE = "KiroLinter-Rule: ";
  private static final String RUN = "KiroLinter-Run: ";
  private static final String CONTENT = "KiroLinter-Content: ";
  private static final String FINGERPRINTS = "KiroLinter-Fingerprints: ";
  private static final String IGNORED = "KiroLinter-Ignored: ";
  private static final int MOST_LISTED = 100;

  private static final Pattern FINGERPRINT = Pattern.compile("\\b[0-9a-f]{16}\\b");

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
        + "\n"
        + RULE
        + change.rule()
        + "\n"
        + RUN
        + run
        + "\n"
        + CONTENT
        + content
        + "\n"
        + FINGERPRINTS
        + change.fixes().stream()
            .map(fix -> fix.fingerprint().value())
            .collect(Collectors.joining(" "))
        + "\n";
  }

  /** {@return the message of the commit that lets others be ignored} */
  String ofIgnored(int commits) {
    return "Let git blame ignore %s of the layout\n\n".formatted(Counted.of(commits, "commit"))
        + IGNORED
        + commits
        + "\n"
        + RUN
        + run
        + "\n"
        + CONTENT
        + content
        + "\n";
  }

  /** {@return whether the commit does nothing but let others be ignored} */
  static boolean isOfIgnored(String message) {
    return isOfARun(message) && message.lines().anyMatch(line -> line.startsWith(IGNORED));
  }

  /** {@return the first line of what the commit of a change says} */
  static String subject(RuleChange change) {
    return "%s (%s, %s)"
        .formatted(
            Wording.line(change.title()),
            change.rule(),
            Counted.of(change.fixes().size(), "fix", "fixes"));
  }

  static boolean isOf(RunId run, String message) {
    return hasLine(message, RUN + run);
  }

  /** {@return whether some run wrote the message} */
  static boolean isOfARun(String message) {
    return message.lines().anyMatch(line -> line.startsWith(RUN));
  }

  static boolean hasContent(String content, String message) {
    return hasLine(message, CONTENT + content);
  }

  /** {@return the findings that a commit says it has fixed; none for commits of others} */
  static Stream<Fingerprint> fingerprints(String message) {
    return message
        .lines()
        .filter(line -> line.startsWith(FINGERPRINTS))
        .flatMap(line -> FINGERPRINT.matcher(line).results())
        .map(found -> new Fingerprint(found.group()));
  }

  /** {@return the rule whose findings a commit says it has fixed; none for commits of others} */
  static Optional<RuleId> rule(String message) {
    return message
        .lines()
        .filter(line -> line.startsWith(RULE))
        .map(line -> line.substring(RULE.length()).strip())
        .flatMap(id -> known(id).stream())
        .findFirst();
  }

  private static Optional<RuleId> known(String id) {
    try {
      return Optional.of(RuleId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a person has written it
    }
  }

  private static boolean hasLine(String message, String line) {
    return message.lines().anyMatch(line::equals);
  }

  private static String line(AppliedFix fix) {
    return "- %s:%d: %s\n"
        .formatted(Wording.line(fix.path().value()), fix.line(), Wording.line(fix.description()));
  }
}
