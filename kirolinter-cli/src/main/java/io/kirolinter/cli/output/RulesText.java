package io.kirolinter.cli.output;

import io.kirolinter.core.finding.Rule;
import java.util.List;
import java.util.Locale;

/** The text of {@code rules}. */
public final class RulesText {

  private RulesText() {}

  /** {@return a line for each rule} */
  public static String list(List<Rule> rules) {
    StringBuilder text = new StringBuilder();
    for (Rule rule : rules) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-32s %-12s %-9s fix: %-11s %s%n",
              rule.id(),
              rule.category().label(),
              lower(rule.severity()),
              lower(rule.fixLevel()),
              rule.name()));
    }
    return text.append("%d rules%n".formatted(rules.size())).toString();
  }

  /** {@return what is known about a rule without a page of its own} */
  public static String brief(Rule rule) {
    return "# %s%n%n%s%n%nCategory %s, severity %s, fix: %s. %s%n"
        .formatted(
            rule.name(),
            rule.description(),
            rule.category().label(),
            lower(rule.severity()),
            lower(rule.fixLevel()),
            String.join(", ", rule.tags()));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
