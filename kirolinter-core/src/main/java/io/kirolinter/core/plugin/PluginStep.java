package io.kirolinter.core.plugin;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;

/** A step of a plugin, as it was described when the plugin was loaded. */
record PluginStep(StepDescription description, Step step, PluginCalls calls) implements Step {

  static PluginStep of(Step step, PluginCalls calls) {
    return new PluginStep(requireNonNull(step.description(), "description"), step, calls);
  }

  @Override
  public StepResult run(StepContext context) throws InterruptedException {
    return calls.run("step", description.name(), () -> result(context));
  }

  private StepResult result(StepContext context) throws InterruptedException {
    return requireNonNull(step.run(context), "result");
  }

  @Override
  public StepPreview preview(StepContext context) throws InterruptedException {
    return calls.run("preview of step", description.name(), () -> step.preview(context));
  }

  @Override
  public void undo(StepContext context) {
    calls.run(
        "undo of step",
        description.name(),
        () -> {
          step.undo(context);
          return description;
        });
  }
}
