package io.kirolinter.core.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.google.common.collect.ImmutableSortedSet;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
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
 * @param paths the files wanted; empty for all
 */
public record Scope(
    Set<Category> categories,
    Set<RuleId> rules,
    FixFilter fixes,
    FileOrder order,
    Effort effort,
    SourceSets sources,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<PathGlob> paths) {

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
    CHANGED_FIRST,
    /** Whatever is predicted: to see what predictions are worth. */
    @JsonProperty("by-path")
    BY_PATH
  }

  /** How much time an analysis may take. */
  public enum Effort {
    @JsonProperty("quick")
    QUICK,
    @JsonProperty("thorough")
    THOROUGH,
    /** Slow analyzers look at a fifth of the code only: where most is found for the reading. */
    @JsonProperty("focused")
    FOCUSED
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
    paths = List.copyOf(paths);
  }

  /** A scope over all files. */
  public Scope(
      Set<Category> categories,
      Set<RuleId> rules,
      FixFilter fixes,
      FileOrder order,
      Effort effort,
      SourceSets sources) {
    this(categories, rules, fixes, order, effort, sources, List.of());
  }

  /** {@return every rule over the main code, riskiest files first, quick analyzers only} */
  public static Scope everything() {
    return EVERYTHING;
  }

  public Scope withCategories(Set<Category> wanted) {
    return new Scope(wanted, rules, fixes, order, effort, sources, paths);
  }

  public Scope withRules(Set<RuleId> wanted) {
    return new Scope(categories, wanted, fixes, order, effort, sources, paths);
  }

  public Scope withFixes(FixFilter wanted) {
    return new Scope(categories, rules, wanted, order, effort, sources, paths);
  }

  public Scope withOrder(FileOrder wanted) {
    return new Scope(categories, rules, fixes, wanted, effort, sources, paths);
  }

  public Scope withEffort(Effort wanted) {
    return new Scope(categories, rules, fixes, order, wanted, sources, paths);
  }

  public Scope withSources(SourceSets wanted) {
    return new Scope(categories, rules, fixes, order, effort, wanted, paths);
  }

  public Scope withPaths(List<PathGlob> wanted) {
    return new Scope(categories, rules, fixes, order, effort, sources, wanted);
  }

  /** {@return whether this file is looked at, as far as its path decides} */
  public boolean includes(SourcePath path) {
    return paths.isEmpty() || paths.stream().anyMatch(glob -> glob.matches(path));
  }

  /** {@return whether findings of this rule are wanted} */
  public boolean includes(Rule rule) {
    return (categories.isEmpty() || categories.contains(rule.category()))
        && (rules.isEmpty() || rules.contains(rule.id()))
        && (fixes == FixFilter.ANY || rule.fixLevel() == FixLevel.SAFE);
  }
}
