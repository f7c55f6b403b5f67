package io.kirolinter.agents.pmd;

import io.kirolinter.core.finding.RuleId;
import java.util.Locale;

/** How PMD's names read here. */
final class Naming {

  private Naming() {}

  static RuleId idOf(String rule) {
    return RuleId.foreign("pmd", rule);
  }

  /** {@return a phrase, such as {@code Empty catch block}} */
  static String phraseOf(String rule) {
    String words =
        rule.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[.\\s]+$", "");
    return words.isBlank()
        ? "Unnamed rule"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
