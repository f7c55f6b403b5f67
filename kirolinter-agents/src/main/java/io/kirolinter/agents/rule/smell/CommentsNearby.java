package io.kirolinter.agents.rule.smell;

import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Token;
import io.kirolinter.core.source.LineIndex;

/** Comments that would lose what they speak of if a piece of code went away. */
final class CommentsNearby {

  private CommentsNearby() {}

  /** {@return whether a comment stands on a line of the stretch} */
  static boolean onLinesOf(int start, int end, RuleContext context) {
    LineIndex lines = context.file().lines();
    int first = lines.lineOf(start);
    int last = lines.lineOf(end);
    return context.tokens().stream()
        .filter(Token::isComment)
        .anyMatch(
            comment ->
                lines.lineOf(comment.end()) >= first && lines.lineOf(comment.start()) <= last);
  }

  /** {@return whether a comment stands on a line of the stretch, or ends on the line before it} */
  static boolean onOrBefore(int start, int end, RuleContext context) {
    LineIndex lines = context.file().lines();
    int before = lines.lineOf(start) - 1;
    return onLinesOf(start, end, context)
        || context.tokens().stream()
            .anyMatch(token -> token.isComment() && lines.lineOf(token.end()) == before);
  }
}
