package io.kirolinter.analytics.workflow;

import io.kirolinter.core.run.Run;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Reads the history of runs.
 *
 * <p>Rates come with Wilson intervals of 95 %, which assume that runs succeed or fail independently
 * of each other. A history is an observation, not an experiment: templates ran at different times
 * on different code, so nothing here says that one is better than another.
 */
public final class WorkflowAnalytics {

  private WorkflowAnalytics() {}

  /**
   * {@return what the runs say; zeros, and one recommendation that says what is missing, if there
   * are none}
   *
   * @param history in any order
   */
  public static WorkflowReport of(Collection<RunFacts> history) {
    List<RunFacts> runs = List.copyOf(history);
    RunSummary summary = RunSummary.of(runs);
    List<TemplateReport> templates = TemplateReport.of(runs);
    List<FailureGroup> failures = FailureGroup.of(runs);
    return new WorkflowReport(
        summary, templates, StepReport.of(runs), failures, Advice.on(runs, failures));
  }

  /** {@return what the runs say, with the useful work of each as the function tells} */
  public static WorkflowReport of(Collection<Run> runs, ToIntFunction<Run> findingsRemoved) {
    return of(RunFacts.of(runs, findingsRemoved));
  }
}
