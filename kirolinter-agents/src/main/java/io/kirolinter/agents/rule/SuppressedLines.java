package io.kirolinter.agents.rule;

import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines that a comment at their end exempts: {@code // NOPMD}, {@code // NOSONAR} for every
 * rule, {@code // kirolinter:ignore} for every rule or for those whose ids follow. Behind that may
 * stand a reason.
 */
final class SuppressedLines {

  static final String PMD = "NOPMD";
  static final String SONAR = "NOSONAR";
  static final String OURS = "kirolinter:ignore";

  /** Ids have two words or more, which tells them from the words of a reason. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*((-[a-z0-9]+)+(/\\S+)?|/\\S+)");

  /** The ids of a line; none for every rule. */
  private final Map<Integer, List<String>> idsByLine = new HashMap<>();

  private SuppressedLines() {}

  static SuppressedLines of(SyntaxTree file) {
    SuppressedLines lines = new SuppressedLines();
    for (Token token : Lexer.tokens(file.text())) {
      if (token.kind() == Token.Kind.LINE_COMMENT) {
        lines.add(file.lines().lineOf(token.start()), token.in(file.text()));
      }
    }
    return lines;
  }

  boolean silence(Rule rule, int line) {
    List<String> ids = idsByLine.get(line);
    return ids != null && (ids.isEmpty() || ids.contains(rule.id().value()));
  }

  private void add(int line, String comment) {
    int ours = comment.indexOf(OURS);
    if (comment.contains(PMD) || comment.contains(SONAR)) {
      idsByLine.put(line, List.of());
    } else if (ours >= 0) {
      idsByLine.put(line, idsIn(comment.substring(ours + OURS.length())));
    }
  }

  private static List<String> idsIn(String rest) {
    List<String> ids = new ArrayList<>();
    for (String word : rest.strip().split("[\\s,]+", -1)) {
      if (!ID.matcher(word).matches()) {
        break;
      }
      ids.add(word);
    }
    return ids;
  }
}
