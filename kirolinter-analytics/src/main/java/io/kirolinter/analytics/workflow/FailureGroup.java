package io.kirolinter.analytics.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Errors that read alike.
 *
 * @param shape the message, with what differs from case to case left out
 * @param steps that met them, by name
 * @param count attempts are not counted one by one: a step of a run counts once, by its last error
 * @param fatal how many of these ended as failed; the others were recovered or passed when tried
 *     again
 * @param lastRun the newest run that met one
 */
public record FailureGroup(
    String shape,
    List<String> steps,
    int count,
    int fatal,
    Instant firstSeen,
    Instant lastSeen,
    RunId lastRun) {

  public FailureGroup {
    steps = List.copyOf(steps);
  }

  /** The groups, the largest first. */
  static List<FailureGroup> of(Collection<RunFacts> runs) {
    return runs.stream()
        .flatMap(Failure::of)
        .collect(groupingBy(Failure::shape))
        .entrySet()
        .stream()
        .map(e -> of(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(FailureGroup::count).reversed().thenComparing(FailureGroup::shape))
        .toList();
  }

  private static FailureGroup of(String shape, List<Failure> failures) {
    List<Failure> byTime = new ArrayList<>(failures);
    byTime.sort(Comparator.comparing(Failure::at));
    Failure last = byTime.get(byTime.size() - 1);
    SortedSet<String> steps =
        failures.stream().map(f -> f.step().name()).collect(toCollection(TreeSet::new));
    return new FailureGroup(
        shape,
        List.copyOf(steps),
        failures.size(),
        Counts.matching(failures, f -> RunFacts.is(f.step(), StepOutcome.FAILED)),
        byTime.get(0).at(),
        last.at(),
        last.run());
  }

  private record Failure(RunId run, StepRecord step, String shape) {

    static Stream<Failure> of(RunFacts facts) {
      return facts.steps().stream()
          .flatMap(
              step ->
                  step.error().stream()
                      .map(error -> new Failure(facts.run().id(), step, ErrorShape.of(error))));
    }

    Instant at() {
      return step.endedAt().orElse(step.startedAt());
    }
  }
}
