package io.kirolinter.agents.rule;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.rule.SuppressedParts.Part;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the author of a file does not want to hear of: in declarations and lines that are marked so,
 * and in generated code. A file without findings is not looked at, and one without such marks only
 * for the words that they consist of.
 */
final class Suppressions {

  private final SyntaxTree file;
  private final List<Part> parts;
  private final Optional<SuppressedLines> lines;

  private Suppressions(SyntaxTree file, List<Part> parts, Optional<SuppressedLines> lines) {
    this.file = file;
    this.parts = parts;
    this.lines = lines;
  }

  /** {@return the findings that are not suppressed, in the same order} */
  static List<Finding> without(SyntaxTree file, List<Finding> findings, Map<RuleId, Rule> rules) {
    if (findings.isEmpty()) {
      return findings;
    }
    if (GeneratedHeader.starts(file.text())) {
      return List.of();
    }
    Suppressions suppressions = of(file);
    return suppressions.isEmpty()
        ? findings
        : findings.stream().filter(one -> !suppressions.cover(one, ruleOf(one, rules))).toList();
  }

  private static Rule ruleOf(Finding finding, Map<RuleId, Rule> rules) {
    return requireNonNull(rules.get(finding.rule()), "a walk reports its own rules only");
  }

  private static Suppressions of(SyntaxTree file) {
    String text = file.text();
    boolean annotated = text.contains("SuppressWarnings") || text.contains("Generated");
    boolean commented =
        text.contains(SuppressedLines.PMD)
            || text.contains(SuppressedLines.SONAR)
            || text.contains(SuppressedLines.OURS);
    return new Suppressions(
        file,
        annotated ? SuppressedParts.of(file) : List.of(),
        commented ? Optional.of(SuppressedLines.of(file)) : Optional.empty());
  }

  private boolean isEmpty() {
    return parts.isEmpty() && lines.isEmpty();
  }

  private boolean cover(Finding finding, Rule rule) {
    int line = finding.range().startLine();
    int offset = file.lines().startOf(line) + finding.range().startColumn() - 1;
    return parts.stream().anyMatch(part -> part.silences(rule, offset))
        || lines.map(marked -> marked.silence(rule, line)).orElse(false);
  }
}
