package io.kirolinter.cli.output;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of {@code rules RULE}.
 *
 * @param page what is to be read about the rule, Markdown; null if there is no page
 */
public record RuleJson(
    RuleId id,
    String name,
    Category category,
    Severity severity,
    String description,
    List<String> tags,
    FixLevel fixLevel,
    Optional<String> page) {

  /** {@return the document about a rule} */
  public static RuleJson of(Rule rule, Optional<String> page) {
    return new RuleJson(
        rule.id(),
        rule.name(),
        rule.category(),
        rule.severity(),
        rule.description(),
        List.copyOf(rule.tags()),
        rule.fixLevel(),
        page);
  }
}
