package io.kirolinter.core.settings;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.PathGlob;
import java.util.List;
import java.util.Set;

/**
 * Findings that nobody wants to see: of these rules or categories, in these files.
 *
 * @param rules may be empty
 * @param categories may be empty; if both are, every rule is meant
 * @param paths empty for all files
 */
public record Suppression(Set<RuleId> rules, Set<Category> categories, List<PathGlob> paths) {

  public Suppression {
    rules = Set.copyOf(rules);
    categories = Set.copyOf(categories);
    paths = List.copyOf(paths);
    if (rules.isEmpty() && categories.isEmpty() && paths.isEmpty()) {
      throw new IllegalArgumentException("a suppression names rules, categories or paths");
    }
  }

  public boolean covers(Finding finding) {
    return coversRule(finding)
        && (paths.isEmpty() || paths.stream().anyMatch(glob -> glob.matches(finding.path())));
  }

  private boolean coversRule(Finding finding) {
    boolean every = rules.isEmpty() && categories.isEmpty();
    return every || rules.contains(finding.rule()) || categories.contains(finding.category());
  }
}
