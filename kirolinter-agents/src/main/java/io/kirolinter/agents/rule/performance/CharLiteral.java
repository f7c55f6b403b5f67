package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import io.kirolinter.agents.rule.RuleContext;
import java.util.Optional;

/** The char literal that stands for a string literal of one char. */
final class CharLiteral {

  private CharLiteral() {}

  /**
   * {@return the char literal; empty unless the expression is a plain string literal of one char}
   */
  static Optional<String> of(ExpressionTree expression, RuleContext context) {
    boolean oneChar =
        expression instanceof LiteralTree literal
            && literal.getValue() instanceof String value
            && value.length() == 1;
    return oneChar ? ofText(context.textOf(expression)) : Optional.empty();
  }

  private static Optional<String> ofText(String quoted) {
    boolean isTextBlock = quoted.startsWith("\"\"\"");
    if (isTextBlock || quoted.length() < 3) {
      return Optional.empty();
    }
    String inner = quoted.substring(1, quoted.length() - 1);
    return switch (inner) {
      case "'" -> Optional.of("'\\''");
      case "\\\"" -> Optional.of("'\"'");
      // An escaped code unit is read before literals are: as a quote it would end this one.
      default -> inner.startsWith("\\u") ? Optional.empty() : Optional.of("'" + inner + "'");
    };
  }
}
