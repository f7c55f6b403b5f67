package io.kirolinter.analytics.workflow;

import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Reads the history of runs, one by one: of a hundred thousand only numbers are kept. Not safe for
 * use by several threads.
 *
 * <p>Rates come with Wilson intervals of 95 %, which assume that runs succeed or fail independently
 * of each other. A history is an observation, not an experiment: templates ran at different times
 * on different code, so nothing here says that one is better than another.
 */
public final class WorkflowAnalytics {

  private final String location;
  private final RunTally all = new RunTally();
  private final Map<String, RunTally> templates = new HashMap<>();
  private final Map<String, Map<String, StepTally>> stepsOfTemplates = new HashMap<>();
  private final Map<String, RunTally> repositories = new HashMap<>();
  private final RuleTally rules = new RuleTally();
  private final FailureTally failures = new FailureTally();
  private final Timeline timeline = new Timeline();

  /**
   * Begins with no runs.
   *
   * @param location where the repository is, for the commands in recommendations
   */
  public WorkflowAnalytics(String location) {
    this.location = location;
  }

  /**
   * {@return what the runs say, with the useful work of each as the function tells; zeros, and one
   * recommendation that says what is missing, if there are none}
   *
   * @param runs in any order
   */
  public static WorkflowReport of(Collection<Run> runs, ToIntFunction<Run> findingsRemoved) {
    String location =
        runs.stream()
            .max(Comparator.comparing((Run run) -> run.plan().createdAt()).thenComparing(Run::id))
            .map(run -> run.plan().location())
            .orElse(".");
    WorkflowAnalytics analytics = new WorkflowAnalytics(location);
    for (Run run : runs) {
      analytics.add(RunFacts.of(run, List.of()), findingsRemoved.applyAsInt(run));
    }
    return analytics.report();
  }

  /** Adds a run with the findings that it removed. */
  public void add(RunFacts run) {
    add(run, run.findingsRemoved());
  }

  private void add(RunFacts run, int removed) {
    CountedRun counted = CountedRun.of(run, removed);
    all.add(counted);
    templates.computeIfAbsent(run.template(), key -> new RunTally()).add(counted);
    repositories.computeIfAbsent(run.repository().value(), key -> new RunTally()).add(counted);
    addSteps(run);
    rules.add(run);
    failures.add(run);
    timeline.add(counted);
  }

  private void addSteps(RunFacts run) {
    Map<String, StepTally> steps =
        stepsOfTemplates.computeIfAbsent(run.template(), key -> new HashMap<>());
    boolean counted = run.counts();
    for (StepFacts step : run.steps()) {
      if (step.outcome().isPresent()) {
        StepTally tally = steps.get(step.name()); // half a million times: without a lambda
        if (tally == null) {
          tally = new StepTally();
          steps.put(step.name(), tally);
        }
        tally.add(step, counted);
      }
    }
  }

  /** {@return what the runs added so far say} */
  public WorkflowReport report() {
    List<FailureGroup> groups = failures.groups();
    List<PeriodReport> periods = timeline.periods();
    SortedMap<String, StepTally> steps = stepsOfAll();
    return new WorkflowReport(
        all.summary(),
        templateReports(),
        reports(steps),
        groups,
        Advice.on(all, new TreeMap<>(templates), steps, groups, location),
        rules.reports(),
        repositoryReports(),
        periods,
        Trends.of(periods));
  }

  private List<TemplateReport> templateReports() {
    List<TemplateReport> reports = new ArrayList<>();
    new TreeMap<>(templates)
        .forEach(
            (name, tally) ->
                reports.add(
                    new TemplateReport(
                        name,
                        tally.summary(),
                        reports(new TreeMap<>(stepsOfTemplates.getOrDefault(name, Map.of()))))));
    return reports;
  }

  private SortedMap<String, StepTally> stepsOfAll() {
    SortedMap<String, StepTally> steps = new TreeMap<>();
    stepsOfTemplates
        .values()
        .forEach(
            ofTemplate ->
                ofTemplate.forEach(
                    (name, tally) ->
                        steps.computeIfAbsent(name, key -> new StepTally()).addAll(tally)));
    return steps;
  }

  private List<RepositoryReport> repositoryReports() {
    return new TreeMap<>(repositories)
        .entrySet().stream()
            .map(
                entry ->
                    new RepositoryReport(
                        new RepositoryId(entry.getKey()), entry.getValue().summary()))
            .toList();
  }

  private static List<StepReport> reports(SortedMap<String, StepTally> steps) {
    return steps.entrySet().stream().map(entry -> entry.getValue().report(entry.getKey())).toList();
  }
}
