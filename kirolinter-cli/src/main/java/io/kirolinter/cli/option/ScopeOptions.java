package io.kirolinter.cli.option;

import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.cli.option.value.CategoryConverter;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that choose the rules and the code. */
public final class ScopeOptions {

  @Option(names = "--rules", split = ",", paramLabel = "RULE", description = "Only these rules.")
  List<String> rules = new ArrayList<>();

  @Option(
      names = "--category",
      split = ",",
      paramLabel = "CATEGORY",
      converter = CategoryConverter.class,
      description = "Only rules of: correctness, security, performance, code-smell.")
  List<Category> categories = new ArrayList<>();

  @Option(names = "--include-tests", description = "Take test code too.")
  boolean includeTests;

  /**
   * {@return what was chosen}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if there is no such rule
   */
  public Scope scope(CodeReview review) {
    return Scope.everything()
        .withRules(rules.stream().map(review::ruleNamed).collect(Collectors.toUnmodifiableSet()))
        .withCategories(Set.copyOf(categories))
        .withSources(includeTests ? Scope.SourceSets.MAIN_AND_TEST : Scope.SourceSets.MAIN);
  }
}
