package io.kirolinter.workflow.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.analysis.Scope.Effort;
import io.kirolinter.core.analysis.Scope.FileOrder;
import io.kirolinter.core.analysis.Scope.FixFilter;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.workflow.testkit.TidyAgents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  private final List<StepDescription> steps = new TidyAgents().descriptions();
  private final TemplateCheck check = new TemplateCheck(steps);

  @ParameterizedTest
  @CsvSource({
    "full_review, predict analyze fix integrate learn, BRANCH",
    "quick_fix, analyze fix, TREE",
    "monitor, predict analyze notify, NONE",
    "security_focus, predict analyze fix notify, TREE",
    "performance_audit, analyze fix integrate, BRANCH",
    "maintenance, learn analyze notify, NONE",
  })
  void theSixBuiltInOnesHaveTheStepsOfTheMission(String name, String steps, ApplyTarget target) {
    Template template = Templates.builtIn().get(name);

    assertThat(template.stepNames()).containsExactly(steps.split(" "));
    assertThat(template.defaultTarget()).isEqualTo(target);
    assertThat(template.sentence()).endsWith(".");
    check.check(template);
  }

  @Test
  void theBuiltInOnesLookAtWhatTheyAreFor() {
    assertThat(scope("full_review")).isEqualTo(Scope.everything());
    assertThat(scope("quick_fix").fixes()).isEqualTo(FixFilter.SAFE_ONLY);
    assertThat(scope("monitor").order()).isEqualTo(FileOrder.CHANGED_FIRST);
    assertThat(scope("security_focus").categories()).containsExactly(Category.SECURITY);
    assertThat(scope("performance_audit").categories()).containsExactly(Category.PERFORMANCE);
    assertThat(scope("maintenance").effort()).isEqualTo(Effort.THOROUGH);
  }

  @Test
  void onlyAnalysisAndFixingAreCriticalInTheBuiltInOnes() {
    assertThat(Templates.builtIn().all())
        .flatExtracting(Template::steps)
        .filteredOn(step -> step.criticality() == Criticality.CRITICAL)
        .extracting(PlannedStep::name)
        .containsOnly("analyze", "fix");
  }

  @Test
  void aTemplateOfTheUsersOwnTakesTheCriticalityOfTheSteps() {
    Template own = Template.of("own", "Own.", List.of("predict", "analyze"), steps);

    assertThat(own.steps())
        .containsExactly(
            new PlannedStep("predict", Criticality.OPTIONAL, RetryPolicy.standard()),
            new PlannedStep("analyze", Criticality.CRITICAL, RetryPolicy.standard()));
  }

  @Test
  void aSecondTemplateOfOneNameReplacesTheFirst() {
    Template first = Template.of("own", "Own.", List.of("analyze"), steps);
    Template second =
        first.withVersion(2).withScope(Scope.everything().withEffort(Effort.THOROUGH));

    Templates templates = Templates.builtIn().with(first).with(second);

    assertThat(templates.get("own")).isEqualTo(second);
    assertThat(templates.custom()).containsExactly(second);
    assertThat(templates.all()).hasSize(7);
    assertThat(templates.find("other")).isEmpty();
  }

  @Test
  void aBuiltInNameIsTaken() {
    Template thief = Template.of("quick_fix", "Own.", List.of("analyze"), steps);

    assertThatThrownBy(() -> Templates.builtIn().with(thief))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("'quick_fix'")
        .hasMessageContaining("Give the template another name.");
  }

  @Test
  void anEmptyListOfStepsIsAnErrorThatListsTheSteps() {
    assertThatThrownBy(() -> Template.of("own", "Own.", List.of(), steps))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it has no steps")
        .hasMessageContaining("analyze, fix, integrate, learn, notify, predict");
  }

  @Test
  void aStepThatIsThereTwiceIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> Template.of("own", "Own.", List.of("analyze", "analyze"), steps))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("step 'analyze' is there twice");
  }

  @Test
  void aStepWithoutAnEarlierProducerIsAnErrorThatNamesTheProducer() {
    assertThatThrownBy(() -> Template.of("own", "Own.", List.of("fix", "analyze"), steps))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("step 'fix' requires 'review', which no step before it produces")
        .hasMessageContaining("Put 'analyze' before it.");
  }

  @Test
  void aStepThatNothingCanFeedIsToBeRemoved() {
    List<StepDescription> onlyFix = steps.stream().filter(s -> s.name().equals("fix")).toList();

    assertThatThrownBy(() -> Template.of("own", "Own.", List.of("fix"), onlyFix))
        .hasMessageContaining("Remove the step.");
  }

  @Test
  void namesAreLowerCaseAndVersionsStartAtOne() {
    Template own = Template.of("own", "Own.", List.of("analyze"), steps);

    assertThatThrownBy(() -> Template.of("Own One", "Own.", List.of("analyze"), steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Own One'");
    assertThatThrownBy(() -> own.withVersion(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  private static Scope scope(String template) {
    return Templates.builtIn().get(template).scope();
  }
}
