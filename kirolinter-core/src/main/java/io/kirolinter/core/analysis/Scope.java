package io.kirolinter.core.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableSortedSet;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.Set;

/**
 * What an analysis looks at.
 *
 * @param categories the categories wanted; empty for all
 * @param rules the rules wanted; empty for all
 * @param fixes whether rules without a safe fix count too
 * @param order which files come first
 * @param effort whether slow analyzers take part
 * @param sources whether test code is analysed too
 */
public record Scope(
    Set<Category> categories,
    Set<RuleId> rules,
    FixFilter fixes,
    FileOrder order,
    Effort effort,
    SourceSets sources) {

  /** Which rules count, by their fix. */
  public enum FixFilter {
    @JsonProperty("any")
    ANY,
    @JsonProperty("safe-only")
    SAFE_ONLY
  }

  /** Which files come first. */
  public enum FileOrder {
    @JsonProperty("riskiest-first")
    RISKIEST_FIRST,
    @JsonProperty("changed-first")
    CHANGED_FIRST
  }

  /** How much time an analysis may take. */
  public enum Effort {
    @JsonProperty("quick")
    QUICK,
    @JsonProperty("thorough")
    THOROUGH
  }

  /** Which code of a repository is analysed. */
  public enum SourceSets {
    @JsonProperty("main")
    MAIN,
    @JsonProperty("main-and-test")
    MAIN_AND_TEST
  }

  private static final Scope EVERYTHING =
      new Scope(
          Set.of(),
          Set.of(),
          FixFilter.ANY,
          FileOrder.RISKIEST_FIRST,
          Effort.QUICK,
          SourceSets.MAIN);

  public Scope {
    categories = ImmutableSortedSet.copyOf(categories);
    rules = ImmutableSortedSet.copyOf(rules);
  }

  /** {@return every rule over the main code, riskiest files first, quick analyzers only} */
  public static Scope everything() {
    return EVERYTHING;
  }

  public Scope withCategories(Set<Category> wanted) {
    return new Scope(wanted, rules, fixes, order, effort, sources);
  }

  public Scope withRules(Set<RuleId> wanted) {
    return new Scope(categories, wanted, fixes, order, effort, sources);
  }

  public Scope withFixes(FixFilter wanted) {
    return new Scope(categories, rules, wanted, order, effort, sources);
  }

  public Scope withOrder(FileOrder wanted) {
    return new Scope(categories, rules, fixes, wanted, effort, sources);
  }

  public Scope withEffort(Effort wanted) {
    return new Scope(categories, rules, fixes, order, wanted, sources);
  }

  public Scope withSources(SourceSets wanted) {
    return new Scope(categories, rules, fixes, order, effort, wanted);
  }

  /** {@return whether findings of this rule are wanted} */
  public boolean includes(Rule rule) {
    return (categories.isEmpty() || categories.contains(rule.category()))
        && (rules.isEmpty() || rules.contains(rule.id()))
        && (fixes == FixFilter.ANY || rule.fixLevel() == FixLevel.SAFE);
  }
}
