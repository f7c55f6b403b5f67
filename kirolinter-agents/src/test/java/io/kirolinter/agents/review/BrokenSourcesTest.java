package io.kirolinter.agents.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.agents.testkit.MutatedSource;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.TextEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrokenSourcesTest {

  private static final int VARIANTS = 4;

  /** Holds something for every rule, so that mutants break code that rules look at. */
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  private final JavaChecker checker = JavaChecker.of(JavaRules.all());

  @Test
  void everyRuleSurvivesSourcesWithCutDoubledAndShuffledTokens() throws IOException {
    JavaParser parser = JavaParser.open();
    int broken = 0;
    List<Path> sources = sources();
    for (int i = 0; i < sources.size(); i++) {
      String text = Files.readString(sources.get(i));
      for (int variant = 0; variant < VARIANTS; variant++) {
        String mutant = new MutatedSource(new Random(31L * variant + i)).of(text);
        broken += check(parser.parse(SourcePath.of("Mutant.java"), mutant)) ? 1 : 0;
      }
    }
    assertThat(broken).as("mutants that are no Java").isGreaterThan(300);
  }

  @Test
  void theSamplesBreakEveryRuleAboutCorrectnessAndSecurity() throws IOException {
    Set<RuleId> broken = new HashSet<>();
    for (String sample : List.of("Correctness.java", "Security.java")) {
      String text = Files.readString(SAMPLES.resolve(sample));
      SyntaxTree tree = JavaParser.open().parse(SourcePath.of(sample), text);
      checker.check(tree).findings().forEach(finding -> broken.add(finding.rule()));
    }
    assertThat(broken).containsAll(rulesOf(Set.of(Category.CORRECTNESS, Category.SECURITY)));
  }

  private static List<RuleId> rulesOf(Set<Category> categories) {
    return RulePages.rules().stream()
        .filter(rule -> categories.contains(rule.category()))
        .map(Rule::id)
        .toList();
  }

  /** {@return whether the source is broken, which its report must say} */
  private boolean check(SyntaxTree tree) {
    FileReport report = checker.check(tree);
    boolean broken = !tree.errors().isEmpty();
    assertThat(report.problems()).as(tree.text()).hasSize(broken ? 1 : 0);
    report.findings().stream()
        .flatMap(finding -> finding.fix().stream())
        .forEach(
            fix -> {
              assertThat(TextEdits.apply(tree.text(), fix.edits())).isNotEqualTo(tree.text());
              assertThat(broken).isEqualTo(broken && fix.level() == FixLevel.SUGGESTION);
            });
    return broken;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
        Stream<Path> samples = Files.walk(SAMPLES)) {
      return Stream.concat(main, samples)
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .toList();
    }
  }
}
