package io.kirolinter.agents.review;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleWalk;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {

  /** Its bad example has more than 100 lines, of which the page shows none. */
  private static final RuleId TOO_LONG_TO_SHOW = RuleId.of("long-method");

  private static final Path INDEX = Path.of("..", "docs", "rules", "README.md");

  static Stream<JavaRule> rules() {
    return JavaRules.all().stream();
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
    RuleId id = rule.about().id();
    if (!id.equals(TOO_LONG_TO_SHOW)) {
      assertThat(findingsIn(rule, example(page, "Bad"))).as("%s: bad", id).isPositive();
    }
    assertThat(findingsIn(rule, example(page, "Good"))).as("%s: good", id).isZero();
  }

  /** What is expected is the table to put there. */
  @Test
  void theIndexHasEachRuleAsItIs() throws IOException {
    String rows = RulePages.rules().stream().map(RulePagesTest::row).collect(joining("\n"));
    String index = Files.readString(INDEX);
    String table = index.substring(index.indexOf("|---|\n") + "|---|\n".length()).strip();

    assertThat(table).isEqualTo(rows);
    assertThat(index).contains("\n" + RulePages.rules().size() + " rules");
  }

  @Test
  void eachPageIsThatOfARule() throws IOException {
    try (Stream<Path> files = Files.list(INDEX.resolveSibling("."))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"), RulePages.rules().stream().map(r -> r.id() + ".md"))
                  .toList());
    }
  }

  private static String row(Rule rule) {
    return "| [`%1$s`](%1$s.md) | %2$s | %3$s | %4$s | %5$s |"
        .formatted(
            rule.id(),
            rule.name(),
            rule.category().label(),
            rule.severity().name().toLowerCase(Locale.ROOT),
            rule.fixLevel().name().toLowerCase(Locale.ROOT));
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
    return wholeFile(example.group(1));
  }

  /** An example is a whole file, or members of a type or statements, below imports. */
  private static String wholeFile(String code) {
    if (Pattern.compile("^(package|@interface) ", Pattern.MULTILINE).matcher(code).find()) {
      return code;
    }
    String imports = code.lines().filter(line -> line.startsWith("import ")).collect(joining("\n"));
    String rest = code.lines().filter(line -> !line.startsWith("import ")).collect(joining("\n"));
    String members = imports + "\nclass Sample {\n" + rest + "\n}\n";
    return parsed(members).errors().isEmpty()
        ? members
        : imports + "\nclass Sample {\nObject sample() throws Exception {\n" + rest + "\n}\n}\n";
  }

  private static SyntaxTree parsed(String source) {
    return JavaParser.open().parse(SourcePath.of("Sample.java"), source);
  }

  private static int findingsIn(JavaRule rule, String source) {
    SyntaxTree tree = parsed(source);
    assertThat(tree.errors()).as(source).isEmpty();
    return RuleWalk.of(List.of(rule)).findings(tree).size();
  }
}
