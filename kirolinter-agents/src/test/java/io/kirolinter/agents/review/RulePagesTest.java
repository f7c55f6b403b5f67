package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleWalk;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {

  private static final Set<Category> COVERED = Set.of(Category.CORRECTNESS, Category.SECURITY);

  static Stream<JavaRule> rules() {
    return JavaRules.all().stream().filter(rule -> COVERED.contains(rule.about().category()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasAPageWithAllItsParts(JavaRule rule) {
    String page = page(rule.about());
    assertThat(page).startsWith("# " + rule.about().name() + "\n");
    assertThat(page.lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## What",
            "## Why",
            "## Bad",
            "## Good",
            "## Fix",
            "## Equivalents",
            "## Known limits");
    assertThat(page).contains(rule.about().id().value());
    rule.about().tags().forEach(tag -> assertThat(page).contains("`" + tag + "`"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleReportsTheBadExampleOfItsPageAndNotTheGoodOne(JavaRule rule) {
    String page = page(rule.about());
    assertThat(findingsIn(rule, example(page, "Bad"))).isPositive();
    assertThat(findingsIn(rule, example(page, "Good"))).isZero();
  }

  @Test
  void anUnknownRuleHasNoPage() {
    assertThat(RulePages.pageOf(RuleId.of("no-such-rule"))).isEmpty();
  }

  private static String page(Rule rule) {
    return RulePages.pageOf(rule.id()).orElseThrow(() -> new AssertionError("no page: " + rule));
  }

  private static String example(String page, String heading) {
    Matcher example =
        Pattern.compile("## " + heading + "\n\n```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(example.find()).as("example under " + heading).isTrue();
    return "class Sample {\n" + example.group(1) + "}\n";
  }

  private static int findingsIn(JavaRule rule, String source) {
    SyntaxTree tree = JavaParser.open().parse(SourcePath.of("Sample.java"), source);
    assertThat(tree.errors()).as(source).isEmpty();
    return RuleWalk.of(List.of(rule)).findings(tree).size();
  }
}
