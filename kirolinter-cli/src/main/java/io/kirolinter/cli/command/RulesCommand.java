package io.kirolinter.cli.command;

import io.kirolinter.agents.review.RulePages;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.exit.ExitCode;
import io.kirolinter.cli.option.GlobalOptions;
import io.kirolinter.cli.option.value.CategoryConverter;
import io.kirolinter.cli.output.MarkdownText;
import io.kirolinter.cli.output.Results;
import io.kirolinter.cli.output.RuleJson;
import io.kirolinter.cli.output.RulesText;
import io.kirolinter.cli.settings.AnalyzerSettings;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the rules, or explains one. */
@Command(name = "rules", description = "List the rules, or explain one with bad and good code.")
final class RulesCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(arity = "0..1", paramLabel = "RULE", description = "The rule to explain.")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--analyzer",
      paramLabel = "NAME",
      description = "Whose: java (the default), pmd, or that of a plugin.")
  String analyzer = "java";

  @Option(
      names = "--category",
      split = ",",
      paramLabel = "CATEGORY",
      converter = CategoryConverter.class,
      description = "Only rules of: correctness, security, performance, code-smell.")
  List<Category> categories = new ArrayList<>();

  private final Environment environment;

  RulesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<Rule> rules = rules();
    if (name.isEmpty()) {
      List<Rule> wanted = rules.stream().filter(this::isWanted).toList();
      Results.print(environment.out(), global.format(), () -> wanted, () -> RulesText.list(wanted));
    } else {
      explain(find(rules, name.get()));
    }
    return ExitCode.DONE;
  }

  private boolean isWanted(Rule rule) {
    return categories.isEmpty() || categories.contains(rule.category());
  }

  /** The rule itself may tell whose it is, as {@code pmd/EmptyCatchBlock} does. */
  private List<Rule> rules() {
    List<Analyzer> known = environment.extensions().analyzers();
    String owner = name.orElse("").replaceFirst("/.*", "");
    boolean isOwned = known.stream().anyMatch(one -> one.name().equals(owner));
    return AnalyzerSettings.rulesOf(isOwned ? owner : analyzer, known);
  }

  private void explain(Rule rule) {
    Results.print(
        environment.out(),
        global.format(),
        () -> RuleJson.of(rule, RulePages.pageOf(rule.id())),
        () -> MarkdownText.of(RulePages.pageOf(rule.id()).orElseGet(() -> RulesText.brief(rule))));
  }

  private static Rule find(List<Rule> rules, String name) {
    List<String> known = rules.stream().map(rule -> rule.id().value()).toList();
    return rules.stream()
        .filter(rule -> rule.id().value().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    ErrorMessage.cannot("explain", "rule", name)
                        .found("there is no such rule")
                        .expected("the id of a rule, as 'kirolinter rules' lists them")
                        .remedy(NearestName.hint(name, known))));
  }
}
