package io.kirolinter.agents.rule;

import io.kirolinter.agents.syntax.Lexer;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.finding.Rule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines that a comment at their end exempts: {@code // NOPMD}, {@code // NOSONAR} for every
 * rule, {@code // kirolinter:ignore} for every rule or for those whose ids follow. A reason may
 * follow behind a dash, colon or bracket.
 */
final class SuppressedLines {

  static final String PMD = "NOPMD";
  static final String SONAR = "NOSONAR";
  static final String OURS = "kirolinter:ignore";

  /**
   * Only behind such a sign: a word of the reason must not pass for the id of a rule, nor hide it.
   */
  private static final Pattern REASON =
      Pattern.compile("(^|\\s)(-+(\\s|$)|[:(]).*", Pattern.DOTALL);

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
    String ids = REASON.matcher(rest).replaceFirst("");
    return Arrays.stream(ids.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
