package io.kirolinter.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.Effort;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.analysis.Scope.FixFilter;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.condition.Measure;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.template.Place;
import io.kirolinter.core.template.StepDefinition;
import io.kirolinter.core.template.StepDefinition.When;
import io.kirolinter.core.template.TemplateDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

  static final String COMPLETE =
      """
      templates:
        night_watch:
          description: Looks at night.
          scope:
            categories: [security, correctness]
            rules: [unused-import, pmd/CloseResource]
            paths: [src/main, "*Dto.java"]
            fixes: safe-only
            order: changed-first
            effort: thorough
            include-tests: true
          steps:
            - predict
            - step: analyze
              critical: false
              retry: { times: 4, wait: 500ms, longest-wait: 2m }
              timeout: 90s
              options:
                analyzers: [java, sarif=build/found.sarif]
            - step: fix
              options: { max-fixes: 10, deep: true, mood: good }
              when:
                findings: { severity: high, at-least: 3 }
                problems: 2
            - step: notify
              when: { findings: critical, files-changed: 1, fixes-made: 2, fixes-dropped: 3 }
            - step: learn
              when: { findings: 5 }
      """;

  private static final SettingsReader READER =
      SettingsReader.knowing(
          new Vocabulary(
              Set.of("java", "pmd", "sarif"), Set.of("unused-import", "empty-catch-block")));

  @Test
  void readsEveryKey() {
    TemplateDefinition template = only(COMPLETE);

    assertThat(template.name()).isEqualTo("night_watch");
    assertThat(template.place()).isEqualTo(new Place(".kirolinter.yaml", 2, 3));
    assertThat(template.sentence()).isEqualTo("Looks at night.");
    assertThat(template.scope())
        .isEqualTo(
            Scope.everything()
                .withCategories(Set.of(Category.SECURITY, Category.CORRECTNESS))
                .withRules(Set.of(RuleId.of("unused-import"), RuleId.of("pmd/CloseResource")))
                .withPaths(List.of(PathGlob.of("src/main"), PathGlob.of("*Dto.java")))
                .withFixes(FixFilter.SAFE_ONLY)
                .withOrder(FileOrder.CHANGED_FIRST)
                .withEffort(Effort.THOROUGH)
                .withSources(SourceSets.MAIN_AND_TEST));
    assertThat(template.steps())
        .extracting(StepDefinition::name)
        .containsExactly("predict", "analyze", "fix", "notify", "learn");
  }

  @Test
  void readsWhatIsSettledForAStep() {
    List<StepDefinition> steps = only(COMPLETE).steps();
    StepDefinition analyze = steps.get(1);

    assertThat(analyze.place()).isEqualTo(new Place(".kirolinter.yaml", 14, 15));
    assertThat(analyze.criticality()).contains(Criticality.OPTIONAL);
    assertThat(analyze.retry())
        .contains(new RetryPolicy(5, Duration.ofMillis(500), Duration.ofMinutes(2)));
    assertThat(analyze.timeLimit()).contains(Duration.ofSeconds(90));
    assertThat(analyze.options().get(0).values())
        .containsExactly("java", "sarif=build/found.sarif");
    assertThat(steps.get(2).options())
        .extracting(option -> option.name() + option.values())
        .containsExactly("max-fixes[10]", "deep[true]", "mood[good]");
  }

  @Test
  void readsEveryCondition() {
    List<StepDefinition> steps = only(COMPLETE).steps();

    assertThat(steps.get(2).when())
        .extracting(When::condition)
        .containsExactly(
            new Condition(Measure.FINDINGS, Optional.of(Severity.HIGH), 3),
            Condition.atLeast(2, Measure.PROBLEMS));
    assertThat(steps.get(3).when())
        .extracting(When::condition)
        .containsExactly(
            Condition.findingsFrom(Severity.CRITICAL),
            Condition.atLeast(1, Measure.FILES_CHANGED),
            Condition.atLeast(2, Measure.FIXES_MADE),
            Condition.atLeast(3, Measure.FIXES_DROPPED));
    assertThat(steps.get(4).when())
        .extracting(When::condition)
        .containsExactly(Condition.atLeast(5, Measure.FINDINGS));
  }

  @Test
  void settlesNothingThatIsNotWritten() {
    StepDefinition step = only("templates: {a: {steps: [analyze]}}").steps().get(0);

    assertThat(step.criticality()).isEmpty();
    assertThat(step.retry()).isEmpty();
    assertThat(step.timeLimit()).isEmpty();
    assertThat(step.when()).isEmpty();
    assertThat(step.options()).isEmpty();
  }

  @Test
  void aLongFirstWaitLengthensTheLongestOne() {
    assertThat(only(step("retry: {wait: 1h}")).steps().get(0).retry())
        .contains(new RetryPolicy(3, Duration.ofHours(1), Duration.ofHours(1)));
    assertThat(only(step("retry: {times: 0}")).steps().get(0).retry())
        .contains(new RetryPolicy(1, Duration.ofMillis(200), Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "templates: [a]|line 1, column 12: a list|keys with values",
        "templates: {A: {steps: [x]}}|line 1, column 13: 'A'|small letters",
        "templates: {a_: {steps: [x]}}|line 1, column 13: 'a_'|small letters",
        "templates: {../a: {steps: [x]}}|'../a'|small letters",
        "templates: {a: ~}|line 1, column 16: nothing|keys with values",
        "templates: {a: {}}|line 1, column 13: template 'a' has no steps|such as",
        "templates: {a: {steps: []}}|line 1, column 13: template 'a' has no steps|such as",
        "templates: {a: {steps: x}}|the text 'x'|a list, each item after a dash",
        "templates: {a: {step: [x]}}|line 1, column 17: there is no key 'step'|mean 'steps'?",
        "templates: {a: {verify: make}}|there is no key 'verify'|Known names",
        "templates: {a: {apply: tree}}|there is no key 'apply'|Known names",
        "templates: {a: {description: [x]}}|a list|expected a text",
        "templates: {a: {steps: [x], scope: {path: [x]}}}|there is no key 'path'|'paths'",
        "templates: {a: {steps: [x], scope: {paths: []}}}|an empty list|at least one path",
        "templates: {a: {steps: [x], scope: {paths: ['a[']}}}|'a[' has a wildcard|a path with",
        "templates: {a: {steps: [x], scope: {rules: [unused-imort]}}}|'unused-imort'|'unused-import'",
        "templates: {a: {steps: [x], scope: {categories: [secrity]}}}|'secrity'|'security'",
        "templates: {a: {steps: [x], scope: {fixes: all}}}|'all'|one of any, safe-only",
        "templates: {a: {steps: [x], scope: {effort: 1}}}|the number 1|a text",
        "templates: {a: {steps: [1]}}|line 1, column 25: the number 1|expected a text",
        "templates: {a: {steps: [[x]]}}|line 1, column 25: a list|keys with values",
        "templates: {a: {steps: [{critical: true}]}}|line 1, column 25: there is no 'step'|name",
        "templates: {a: {steps: [{stp: x}]}}|there is no key 'stp'|Did you mean 'step'?",
        "templates: {a: {steps: [{step: x, timout: 1h}]}}|no key 'timout'|mean 'timeout'?",
        "templates: {a: {steps: [{step: x, run: evil}]}}|there is no key 'run'|Known names",
        "templates: {a: {steps: [{step: x, critical: 1}]}}|the number 1|true or false",
        "templates: {a: {steps: [{step: x, timeout: 1}]}}|the number 1|at most 7d",
        "templates: {a: {steps: [{step: x, timeout: 0s}]}}|the text '0s'|at most 7d",
        "templates: {a: {steps: [{step: x, timeout: 8d}]}}|the text '8d'|at most 7d",
        "templates: {a: {steps: [{step: x, timeout: [1s]}]}}|a list|at most 7d",
        "templates: {a: {steps: [{step: x, retry: 3}]}}|the number 3|keys with values",
        "templates: {a: {steps: [{step: x, retry: {time: 3}}]}}|no key 'time'|mean 'times'?",
        "templates: {a: {steps: [{step: x, retry: {times: 21}}]}}|the number 21|from 0 to 20",
        "templates: {a: {steps: [{step: x, retry: {times: -1}}]}}|the number -1|from 0 to 20",
        "templates: {a: {steps: [{step: x, retry: {times: 1.5}}]}}|the number 1.5|from 0 to 20",
        "templates: {a: {steps: [{step: x, retry: {times: x}}]}}|the text 'x'|from 0 to 20",
        "templates: {a: {steps: [{step: x, retry: {wait: 25h}}]}}|the text '25h'|at most 1d",
        "templates: {a: {steps: [{step: x, retry: {wait: 9s, longest-wait: 1s}}]}}|'1s'|not shorter",
        "templates: {a: {steps: [{step: x, when: {}}]}}|no condition|one of findings, problems",
        "templates: {a: {steps: [{step: x, when: {finding: 1}}]}}|no key 'finding'|'findings'?",
        "templates: {a: {steps: [{step: x, when: {findings: 0}}]}}|the number 0|from 1 to 1000000",
        "templates: {a: {steps: [{step: x, when: {findings: grave}}]}}|'grave'|low, medium, high",
        "templates: {a: {steps: [{step: x, when: {findings: {min: 1}}}]}}|no key 'min'|at-least",
        "templates: {a: {steps: [{step: x, when: {fixes-made: high}}]}}|the text 'high'|whole number",
        "templates: {a: {steps: [{step: x, when: 'findings > 3'}]}}|the text 'findings > 3'|keys",
        "templates: {a: {steps: [{step: x, options: [a]}]}}|a list|keys with values",
        "templates: {a: {steps: [{step: x, options: {a: ~}}]}}|nothing|a value for the option",
        "templates: {a: {steps: [{step: x, options: {a: {b: c}}}]}}|a mapping|a list",
        "templates: {a: {steps: [{step: x, options: {analyzers: [jav]}}]}}|'jav'|mean 'java'?",
        "templates: {a: {steps: [x]}, a: {steps: [y]}}|the key 'a' stands there twice|Join both",
        "templates: {a: &t {steps: [x]}, b: *t}|an anchor or alias|plain values",
        "templates: {a: !!java.net.URL {steps: [x]}}|the tag|plain values",
      })
  void saysWhatIsWrongWhere(String yaml, String found, String help) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot read settings '.kirolinter.yaml': line 1, column ")
        .hasMessageContaining(found)
        .hasMessageContaining(help);
  }

  @Test
  void aDescriptionIsOneShortLine() {
    assertThatThrownBy(
            () -> read("templates: {a: {description: %s, steps: [x]}}".formatted("x".repeat(201))))
        .hasMessageContaining("201 characters")
        .hasMessageContaining("one line of at most 200 characters");
    assertThatThrownBy(() -> read("templates: {a: {description: \"x\\e[2Jy\", steps: [x]}}"))
        .hasMessageContaining("one line");
  }

  @Test
  @Timeout(60)
  void tenThousandTemplatesAreRefusedAtOnce() {
    StringBuilder many = new StringBuilder("templates:\n");
    for (int i = 0; i < 10_000; i++) {
      many.append(" t").append(i).append(": {steps: [x]}\n");
    }
    StringBuilder some = new StringBuilder("templates:\n");
    for (int i = 0; i < 101; i++) {
      some.append(" t").append(i).append(": {steps: [x]}\n");
    }

    assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("at most 65536");
    assertThatThrownBy(() -> read(some.toString()))
        .hasMessageContaining("101 templates; expected at most 100 in one file");
    assertThatThrownBy(() -> read("templates: {a: {steps: [%s]}}".formatted("x, ".repeat(51))))
        .hasMessageContaining("51 steps; expected at most 50");
  }

  @Test
  void aFileOfItsOwnHasTheNameInIt() {
    TemplateDefinition template = single("name: mine\nsteps: [analyze]\n");

    assertThat(template.name()).isEqualTo("mine");
    assertThat(template.place()).isEqualTo(new Place("mine.yaml", 1, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [x]|line 1, column 1: there is no 'name'",
        "nam: a|line 1, column 1: there is no key 'nam'; expected one of the known keys. Did you",
        "name: [a]|line 1, column 7: a list",
        "name: Mine|line 1, column 7: 'Mine'",
        "name: mine|line 1, column 7: template 'mine' has no steps",
        "templates: {a: {steps: [x]}}|line 1, column 1: there is no key 'templates'",
      })
  void saysWhatIsWrongWithAFileOfItsOwn(String yaml, String found) {
    assertThatThrownBy(() -> single(yaml))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(found);
  }

  private static TemplateDefinition only(String yaml) {
    return read(yaml).templates().get(0);
  }

  private static String step(String settled) {
    return "templates: {a: {steps: [{step: x, %s}]}}".formatted(settled);
  }

  private static Settings read(String yaml) {
    return READER.read(".kirolinter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static TemplateDefinition single(String yaml) {
    return READER.readTemplate("mine.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
