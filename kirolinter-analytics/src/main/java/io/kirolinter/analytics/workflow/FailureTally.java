package io.kirolinter.analytics.workflow;

import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.history.StepFacts;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.StepOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts errors together that read alike. */
final class FailureTally {

  /** Messages whose shape is kept in mind: to find it costs more than all the counting. */
  private static final int MOST_KNOWN = 10_000;

  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, String> shapes = new HashMap<>();

  void add(RunFacts run) {
    for (StepFacts step : run.steps()) {
      if (step.error().isPresent()) {
        add(run, step, shape(step.error().get()));
      }
    }
  }

  private void add(RunFacts run, StepFacts step, String shape) {
    Instant at = run.startedAt().plus(step.begun()).plus(step.duration());
    groups.computeIfAbsent(shape, key -> new Group()).add(run.run(), step, at);
  }

  private String shape(String error) {
    if (shapes.size() >= MOST_KNOWN) {
      shapes.clear();
    }
    return shapes.computeIfAbsent(error, ErrorShape::of);
  }

  /** The groups, the largest first. */
  List<FailureGroup> groups() {
    return groups.entrySet().stream()
        .map(entry -> entry.getValue().report(entry.getKey()))
        .sorted(
            Comparator.comparing(FailureGroup::count).reversed().thenComparing(FailureGroup::shape))
        .toList();
  }

  private static final class Group {

    private final SortedSet<String> steps = new TreeSet<>();
    private int count;
    private int fatal;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private RunId lastRun = RunId.of("00000000-000000-000000");

    void add(RunId run, StepFacts step, Instant at) {
      steps.add(step.name());
      count++;
      fatal += step.is(StepOutcome.FAILED) ? 1 : 0;
      first = at.isBefore(first) ? at : first;
      if (at.isAfter(last)) {
        last = at;
        lastRun = run;
      }
    }

    FailureGroup report(String shape) {
      return new FailureGroup(shape, List.copyOf(steps), count, fatal, first, last, lastRun);
    }
  }
}
