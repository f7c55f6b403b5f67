package io.kirolinter.agents.predict.history;

import io.kirolinter.agents.git.HistoryEntry;
import java.util.regex.Pattern;

/**
 * Tells by its message whether a commit fixes a fault: its subject has a word for that, or it
 * closes an issue; and it is about no document, style or build. Read by eye, about three in four
 * such commits do, and one in seven of the others.
 */
final class FixCommit {

  private static final Pattern FIX =
      Pattern.compile(
          "\\b(fix(es|ed|ing)?|bug(s|fix|fixes)?|defects?|npes?|regressions?"
              + "|(close[sd]?|resolve[sd]?) (issue )?#\\d+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSES =
      Pattern.compile(
          "\\b(close[sd]?|fix(es|ed)?|resolve[sd]?):?\\s+(issue\\s+)?"
              + "(#\\d+|https?://\\S+/issues/\\d+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_FAULT =
      Pattern.compile(
          "\\b(javadocs?|docs?|documentation|typos?|spelling|comments?|white ?space|formatting"
              + "|indent(ation)?|checkstyle|pmd|spotbugs|findbugs|build|pom|site|changelog)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Of a longer message, only so much is looked at. */
  private static final int LONGEST = 20_000;

  private FixCommit() {}

  static boolean matches(HistoryEntry entry) {
    String subject = beginning(entry.subject());
    return !NO_FAULT.matcher(subject).find()
        && (FIX.matcher(subject).find() || closesIssue(subject + "\n" + beginning(entry.body())));
  }

  private static boolean closesIssue(String message) {
    return CLOSES.matcher(message).find();
  }

  private static String beginning(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
