package io.kirolinter.workflow.testkit;

import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import java.util.List;

/** A small extension: an agent of somebody else's, found by the service loader. */
public final class GreetingAgent implements Agent {

  @Override
  public String name() {
    return "greeter";
  }

  @Override
  public List<Step> steps() {
    return List.of(new Greet());
  }

  private static final class Greet implements Step {

    @Override
    public StepDescription description() {
      return StepDescription.of("greet", "Says hello.");
    }

    @Override
    public StepResult run(StepContext context) {
      return StepResult.done("Hello, " + context.repository().location().getFileName() + ".");
    }
  }
}
