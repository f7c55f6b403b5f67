package io.kirolinter.agents.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.step.Agent;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardAgentsTest {

  private static final List<String> STEPS =
      List.of("predict", "analyze", "integrate", "learn", "notify");

  @Test
  void offerTheStepsOfTheBuiltInTemplates() {
    assertThat(StandardAgents.withDefaults())
        .flatExtracting(StandardAgentsTest::steps)
        .containsSubsequence(STEPS);
  }

  @Test
  void haveOneNameEach() {
    assertThat(StandardAgents.of(List.of(), List.of()))
        .extracting(Agent::name)
        .doesNotHaveDuplicates()
        .contains("predictor", "reviewer", "integrator", "learner", "notifier");
  }

  private static List<String> steps(Agent agent) {
    return agent.steps().stream().map(step -> step.description().name()).toList();
  }
}
