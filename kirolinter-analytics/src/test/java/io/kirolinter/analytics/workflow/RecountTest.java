package io.kirolinter.analytics.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.FixFacts;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.testkit.RandomRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure, counted once more from the list of all runs, is the same to its last digit. */
class RecountTest {

  private final List<RunFacts> runs =
      RandomRuns.over(Instant.parse("2026-10-01T07:00:00Z"), Duration.ofDays(30), 255)
          .facts(FactsQuery.all());
  private final WorkflowReport report = report();

  @Test
  void runsAreCountedAsOneByOne() {
    assertThat(report.summary()).isEqualTo(summary(runs));
    assertThat(report.templates()).hasSize(3);
    for (TemplateReport template : report.templates()) {
      assertThat(template.summary()).isEqualTo(summary(of(template.template())));
    }
    assertThat(report.repositories())
        .containsExactly(new RepositoryReport(runs.get(0).repository(), summary(runs)));
  }

  @Test
  void stepsAreCountedAsOneByOne() {
    assertThat(report.steps()).isEqualTo(steps(runs));
    for (TemplateReport template : report.templates()) {
      assertThat(template.steps()).isEqualTo(steps(of(template.template())));
    }
  }

  @Test
  void rulesAreCountedAsOneByOne() {
    assertThat(report.rules()).hasSize(3);
    for (RuleReport rule : report.rules()) {
      List<FixFacts> tried = fixes(rule, run -> true);
      int applied = tried.stream().mapToInt(FixFacts::applied).sum();
      int dropped = tried.stream().mapToInt(FixFacts::dropped).sum();
      int removed = fixes(rule, RunFacts::keepsItsFixes).stream().mapToInt(FixFacts::applied).sum();

      assertThat(rule)
          .isEqualTo(
              new RuleReport(
                  rule.rule(),
                  removed,
                  tried.size(),
                  Proportion.wilson(applied, applied + dropped)));
    }
  }

  @Test
  void periodsAreCountedAsOneByOne() {
    assertThat(report.periods()).hasSizeGreaterThan(20);
    for (PeriodReport period : report.periods()) {
      assertThat(period).isEqualTo(period(period.from(), period.length()));
    }
    assertThat(report.periods().stream().mapToInt(PeriodReport::runs).sum())
        .isEqualTo(counted(runs).size());
  }

  @Test
  void failuresAreCountedAsOneByOne() {
    List<StepFacts> failed =
        runs.stream()
            .flatMap(run -> run.steps().stream())
            .filter(step -> step.error().isPresent())
            .toList();

    assertThat(report.failures().stream().mapToInt(FailureGroup::count).sum())
        .isEqualTo(failed.size());
    assertThat(report.failures().stream().mapToInt(FailureGroup::fatal).sum())
        .isEqualTo((int) failed.stream().filter(step -> step.is(StepOutcome.FAILED)).count());
  }

  private WorkflowReport report() {
    WorkflowAnalytics analytics = new WorkflowAnalytics(".");
    runs.forEach(analytics::add);
    return analytics.report();
  }

  private List<RunFacts> of(String template) {
    return runs.stream().filter(run -> run.template().equals(template)).toList();
  }

  private List<FixFacts> fixes(RuleReport rule, Predicate<RunFacts> wanted) {
    return runs.stream()
        .filter(wanted)
        .flatMap(run -> Stream.ofNullable(run.fixes().get(rule.rule())))
        .toList();
  }

  private static List<RunFacts> counted(List<RunFacts> some) {
    return some.stream().filter(RunFacts::counts).toList();
  }

  private static RunSummary summary(List<RunFacts> some) {
    List<RunFacts> counted = counted(some);
    Map<RunStatus, Integer> statuses =
        some.stream()
            .collect(Collectors.groupingBy(RunFacts::status, Collectors.summingInt(run -> 1)));
    double progress = 0;
    for (RunFacts run : counted) {
      progress += run.progress();
    }
    long nanos = counted.stream().mapToLong(run -> run.duration().toNanos()).sum();
    int removed = some.stream().mapToInt(RunFacts::findingsRemoved).sum();
    List<StepFacts> steps = some.stream().flatMap(run -> run.steps().stream()).toList();
    return new RunSummary(
        some.size(),
        statuses,
        succeeded(counted),
        progress / counted.size(),
        DurationSummary.of(counted.stream().map(RunFacts::duration).toList()),
        removed,
        removed / (nanos / 60e9),
        steps.stream().mapToInt(StepFacts::retries).sum(),
        (int) steps.stream().filter(step -> step.is(StepOutcome.RECOVERED)).count(),
        some.stream().mapToInt(RunFacts::takeovers).sum());
  }

  private static List<StepReport> steps(List<RunFacts> some) {
    return some.stream()
        .flatMap(run -> run.steps().stream())
        .filter(step -> step.outcome().isPresent())
        .collect(Collectors.groupingBy(StepFacts::name))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> step(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static StepReport step(String name, List<StepFacts> ended) {
    List<StepFacts> tried = ended.stream().filter(StepFacts::wasTried).toList();
    Map<StepOutcome, Integer> outcomes =
        ended.stream()
            .collect(
                Collectors.groupingBy(
                    step -> step.outcome().orElseThrow(), Collectors.summingInt(step -> 1)));
    return new StepReport(
        name,
        ended.size(),
        outcomes,
        Proportion.wilson((int) tried.stream().filter(StepFacts::endedWell).count(), tried.size()),
        DurationSummary.of(tried.stream().map(StepFacts::duration).toList()),
        tried.stream().mapToInt(StepFacts::retries).sum(),
        outcomes.getOrDefault(StepOutcome.RECOVERED, 0));
  }

  private PeriodReport period(Instant from, Duration length) {
    List<RunFacts> made = new ArrayList<>(counted(runs));
    made.removeIf(
        run -> run.createdAt().isBefore(from) || !run.createdAt().isBefore(from.plus(length)));
    double nanos = 0;
    for (RunFacts run : made) {
      nanos += run.duration().toNanos();
    }
    int removed = made.stream().mapToInt(RunFacts::findingsRemoved).sum();
    return new PeriodReport(
        from,
        length,
        made.size(),
        succeeded(made),
        removed,
        nanos > 0 ? removed * 60e9 / nanos : 0,
        DurationSummary.of(made.stream().map(RunFacts::duration).toList()).median());
  }

  private static Proportion succeeded(List<RunFacts> some) {
    return Proportion.wilson((int) some.stream().filter(RunFacts::succeeded).count(), some.size());
  }
}
