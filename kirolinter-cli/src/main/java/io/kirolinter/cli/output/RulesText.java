package io.kirolinter.cli.output;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.notice.Counted;
import java.util.List;
import java.util.Locale;

/** The text of {@code rules}. */
public final class RulesText {

  private RulesText() {}

  /** {@return a line for each rule, under the names of their categories} */
  public static String list(List<Rule> rules) {
    StringBuilder text = new StringBuilder();
    for (Category category : Category.values()) {
      List<Rule> own = rules.stream().filter(rule -> rule.category() == category).toList();
      if (!own.isEmpty()) {
        text.append("%s: %s%n".formatted(category.label(), Counted.of(own.size(), "rule")));
        own.forEach(rule -> text.append(line(rule)));
        text.append(System.lineSeparator());
      }
    }
    return text.append(total(rules)).toString();
  }

  private static String line(Rule rule) {
    return String.format(
        Locale.ROOT,
        "  %-32s %-9s fix: %-11s %s%n",
        rule.id(),
        lower(rule.severity()),
        lower(rule.fixLevel()),
        rule.name());
  }

  private static String total(List<Rule> rules) {
    long safe = rules.stream().filter(rule -> rule.fixLevel() == FixLevel.SAFE).count();
    return "%s, %d with a safe fix%n".formatted(Counted.of(rules.size(), "rule"), safe);
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
