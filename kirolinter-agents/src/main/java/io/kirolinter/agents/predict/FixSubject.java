package io.kirolinter.agents.predict;

import java.util.regex.Pattern;

/**
 * Tells by its subject whether a commit fixes a fault. Read by eye, about three in four commits
 * with such a subject do, and one in seven of the others.
 */
final class FixSubject {

  private static final Pattern FIX =
      Pattern.compile(
          "\\b(fix(es|ed|ing)?|bug(s|fix|fixes)?|defects?|npes?|regressions?"
              + "|(close[sd]?|resolve[sd]?) (issue )?#\\d+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_FAULT =
      Pattern.compile(
          "\\b(javadocs?|docs?|documentation|typos?|spelling|comments?|white ?space|formatting"
              + "|indent(ation)?|checkstyle|pmd|spotbugs|findbugs|build|pom|site|changelog)\\b",
          Pattern.CASE_INSENSITIVE);

  private FixSubject() {}

  static boolean matches(String subject) {
    return FIX.matcher(subject).find() && !NO_FAULT.matcher(subject).find();
  }
}
