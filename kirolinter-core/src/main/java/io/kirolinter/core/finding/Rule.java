package io.kirolinter.core.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is known about a rule, whoever checks it.
 *
 * @param name what a reader sees, such as {@code Unused import}
 * @param description one sentence that says what is wrong with such code
 * @param fixLevel the best level that a fix of this rule can have
 * @param tags such as {@code cwe-89} or the names of equivalents: {@code pmd:UnnecessaryImport},
 *     {@code errorprone:RemoveUnusedImports}, {@code sonar:S1128}
 */
public record Rule(
    RuleId id,
    String name,
    String description,
    Category category,
    Severity severity,
    FixLevel fixLevel,
    List<String> tags) {

  public Rule {
    requireNonNull(id, "id");
    requireNonNull(category, "category");
    requireNonNull(severity, "severity");
    requireNonNull(fixLevel, "fixLevel");
    tags = List.copyOf(tags);
    if (name.isBlank() || name.endsWith(".")) {
      throw new IllegalArgumentException("rule name is a phrase, was '" + name + "'");
    }
    if (!description.endsWith(".")) {
      throw new IllegalArgumentException("description is a sentence, was '" + description + "'");
    }
  }
}
