package io.kirolinter.workflow.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.condition.Measure;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.step.KnownOptions;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.template.TemplateDefinition;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinedTemplateTest {

  private static final SettingsReader READER =
      SettingsReader.knowing(new Vocabulary(Set.of("java", "sarif"), Set.of()));

  private final List<StepDescription> steps =
      new TidyAgents().descriptions().stream().map(DefinedTemplateTest::withOptions).toList();
  private final TemplateCheck check = new TemplateCheck(steps);

  private static StepDescription withOptions(StepDescription step) {
    return switch (step.name()) {
      case "analyze" -> step.taking(KnownOptions.ANALYZERS);
      case "fix" ->
          step.taking(KnownOptions.MAX_FIXES, KnownOptions.MAX_LINES, KnownOptions.MAX_FILES);
      default -> step;
    };
  }

  @Test
  void whatAFileDoesNotSayIsUsual() {
    Template template = user("[predict, analyze, fix]");

    assertThat(template.steps())
        .containsExactly(
            new PlannedStep("predict", Criticality.OPTIONAL, RetryPolicy.standard())
                .withTimeLimit(Duration.ofHours(2)),
            new PlannedStep("analyze", Criticality.CRITICAL, RetryPolicy.standard())
                .withTimeLimit(Duration.ofHours(2)),
            new PlannedStep("fix", Criticality.CRITICAL, RetryPolicy.standard())
                .withTimeLimit(Duration.ofHours(24)));
    assertThat(template.sentence()).isEqualTo("Runs predict, then analyze, then fix.");
    assertThat(template.scope()).isEqualTo(Scope.everything());
    assertThat(template.defaultTarget()).isEqualTo(ApplyTarget.TREE);
  }

  @Test
  void whatAFileSaysCounts() {
    Template template =
        user(
            "[analyze, {step: fix, critical: false, retry: {times: 0}, timeout: 5m,"
                + " when: {findings: high}, options: {max-fixes: 7}}]");

    PlannedStep fix = template.steps().get(1);
    assertThat(fix.criticality()).isEqualTo(Criticality.OPTIONAL);
    assertThat(fix.retry().maxAttempts()).isEqualTo(1);
    assertThat(fix.timeLimit()).contains(Duration.ofMinutes(5));
    assertThat(fix.when()).containsExactly(Condition.findingsFrom(Severity.HIGH));
    assertThat(fix.options()).containsEntry("max-fixes", List.of("7"));
  }

  @Test
  void theLibraryBuildsWhatAFileCanSay() {
    Template built =
        Template.of("mine", "Mine.", List.of("analyze", "fix"), steps)
            .withTimeLimit("analyze", Duration.ofHours(2))
            .withStep("fix", Criticality.OPTIONAL, RetryPolicy.never())
            .withTimeLimit("fix", Duration.ofMinutes(5))
            .withWhen("fix", Condition.findingsFrom(Severity.HIGH))
            .withOption("fix", KnownOptions.MAX_FIXES, "7")
            .withScope(Scope.everything().withCategories(Set.of(Category.SECURITY)));
    Template read =
        user(
            "[analyze, {step: fix, critical: false, retry: {times: 0}, timeout: 5m,"
                + " when: {findings: high}, options: {max-fixes: 7}}]");

    check.check(built);
    assertThat(built.steps()).hasSize(2);
    assertThat(built.steps().get(0)).isEqualTo(read.steps().get(0));
    assertThat(built.steps().get(1).withRetry(RetryPolicy.never()))
        .isEqualTo(read.steps().get(1).withRetry(RetryPolicy.never()));
    assertThat(built.versionedByContent().version()).isPositive();
  }

  @Test
  void theLibraryChangesNoStepThatIsNotThere() {
    Template template = Template.of("mine", "Mine.", List.of("analyze", "fix"), steps);

    assertThatThrownBy(() -> template.withTimeLimit("analyse", Duration.ofMinutes(5)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "Cannot change template 'mine': it has no step 'analyse'; expected one of its steps. Did"
                + " you mean 'analyze'?");
  }

  @Test
  void theVersionIsThatOfTheContent() {
    Template one = user("[analyze, {step: fix, options: {max-lines: 5, max-fixes: 7}}]");
    Template same = user("[analyze, {options: {max-fixes: 7, max-lines: 5}, step: fix}]");
    Template other = user("[analyze, {step: fix, options: {max-lines: 5, max-fixes: 8}}]");

    assertThat(one.version()).isEqualTo(same.version()).isNotEqualTo(other.version()).isPositive();
    assertThat(one.withScope(Scope.everything().withPaths(List.of())).versionedByContent())
        .isEqualTo(one);
  }

  @Test
  void theStepsSettleTheUsualOptionsOfARun() {
    Template template =
        user(
            "[{step: analyze, options: {analyzers: [java]}}, {step: fix, options: {max-fixes: 7,"
                + " max-lines: 500, max-files: 50}}]");

    RunOptions options = template.optionsFor(ApplyTarget.BRANCH);

    assertThat(options.analyzers()).containsExactly("java");
    assertThat(options.maxFixes()).hasValue(7);
    assertThat(options.maxLines()).hasValue(500);
    assertThat(options.maxFiles()).hasValue(50);
    assertThat(user("[analyze]").optionsFor(ApplyTarget.BRANCH))
        .isEqualTo(RunOptions.applyingTo(ApplyTarget.BRANCH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[analyse]|line 2, column 9: template 'own': there is no step 'analyse'|mean 'analyze'?",
        "[fix]|line 2, column 9: template 'own': step 'fix' requires 'review'|Put 'analyze' before",
        "[analyze, analyze]|line 2, column 18: template 'own': step 'analyze' is there twice|one",
        "[analyze, {step: fix, options: {max-fxes: 1}}]|line 2, column 40|mean 'max-fixes'?",
        "[analyze, {step: fix, options: {max-fixes: 0}}]|option 'max-fixes' is '0'|1 or more",
        "[analyze, {step: fix, options: {max-fixes: [a, b]}}]|is 'a, b'|a number, 1 or more",
        "[{step: predict, options: {a: 1}}]|step 'predict' has no option 'a'|It takes none.",
        "[{step: predict, when: {findings: 1}}]|line 2, column 32|Put 'analyze' before it.",
        "[analyze, {step: fix, when: {files-changed: 1}}]|looks into 'fix-set'|Put 'fix' before it.",
      })
  void saysWhatIsWrongWhere(String list, String found, String help) {
    assertThatThrownBy(() -> user(list))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot read settings 'own.yaml': line 2, column ")
        .hasMessageContaining(found)
        .hasMessageContaining(help);
  }

  @Test
  void aBuiltInNameIsTaken() {
    TemplateDefinition thief =
        READER.readTemplate(
            "thief.yaml", "name: monitor\nsteps: [analyze]".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> check.defined(thief, TemplateOrigin.USER))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("line 1, column 7")
        .hasMessageContaining("a built-in template has this name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{step: fix, options: {max-lines: 201}}|max-lines is 201; expected at most 200",
        "{step: fix, options: {max-files: 11}}|max-files is 11; expected at most 10",
      })
  void aRepositoryDoesNotLiftTheLimitsOfAProposal(String step, String found) {
    String list = "[analyze, " + step + "]";

    assertThat(user(list).stepNames()).contains("fix");
    assertThatThrownBy(() -> check.defined(definition(list), TemplateOrigin.REPOSITORY))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(found)
        .hasMessageContaining("a template of your own");
  }

  @ParameterizedTest
  @CsvSource({"sarif=/etc/passwd", "sarif=../secret"})
  void aRepositoryNamesFilesOfItsOwnOnly(String analyzer) {
    String list = "[{step: analyze, options: {analyzers: [\"%s\"]}}]".formatted(analyzer);
    String inside = "[{step: analyze, options: {analyzers: [java, sarif=build/x.sarif]}}]";

    assertThat(user(list).analyzers()).containsExactly(analyzer);
    assertThat(check.defined(definition(inside), TemplateOrigin.REPOSITORY).analyzers())
        .containsExactly("java", "sarif=build/x.sarif");
    assertThatThrownBy(() -> check.defined(definition(list), TemplateOrigin.REPOSITORY))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("lies outside of the repository");
  }

  @Test
  void aProgramSettlesTheSame() {
    Template template =
        Template.of("own", "Own.", List.of("analyze", "fix"), steps)
            .withWhen("fix", Condition.atLeast(2, Measure.FINDINGS))
            .withOption("fix", KnownOptions.MAX_FIXES, "3")
            .withOption("fix", KnownOptions.MAX_LINES, "30");

    check.check(template);
    assertThat(template.steps().get(1).when())
        .containsExactly(Condition.atLeast(2, Measure.FINDINGS));
    assertThat(template.optionsFor(ApplyTarget.NONE).maxFixes()).hasValue(3);
    assertThatThrownBy(
            () -> check.check(template.withOption("fix", KnownOptions.MAX_FIXES, "many")))
        .hasMessageContaining("Cannot use template 'own': option 'max-fixes' is 'many'");
    assertThatThrownBy(
            () ->
                check.check(template.withWhen("analyze", Condition.atLeast(1, Measure.FIXES_MADE))))
        .hasMessageContaining("condition 'fixes-made' of step 'analyze' looks into 'fix-set'");
  }

  @Test
  void templatesKnowWhoBroughtThemAlong() {
    Templates templates =
        Templates.builtIn()
            .with(user("[analyze]"), TemplateOrigin.USER)
            .with(Template.of("lib", "Lib.", List.of("analyze"), steps));

    assertThat(templates.originOf("own").label()).isEqualTo("user");
    assertThat(templates.originOf("lib")).isEqualTo(TemplateOrigin.LIBRARY);
    assertThat(templates.originOf("monitor").label()).isEqualTo("built-in");
  }

  private Template user(String list) {
    return check.defined(definition(list), TemplateOrigin.USER);
  }

  private static TemplateDefinition definition(String list) {
    String yaml = "name: own\nsteps: " + list + "\n";
    return READER.readTemplate("own.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
