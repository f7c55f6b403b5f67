package io.kirolinter.analytics.evolution.mining;

import io.kirolinter.core.run.PlannedStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a list of planned steps has or has not. It looks at what was planned, not at what
 * came to run: a step that only the good runs reached would look good for that alone.
 */
public sealed interface Pattern {

  /** {@return whether the steps have it; empty if the question does not arise with them} */
  Optional<Boolean> in(List<PlannedStep> steps);

  /** {@return the pattern for people, after "runs with"} */
  String inWords();

  /** A step is there. */
  record StepPresent(String step) implements Pattern {
    @Override
    public Optional<Boolean> in(List<PlannedStep> steps) {
      return Optional.of(find(steps, step).isPresent());
    }

    @Override
    public String inWords() {
      return "step '%s'".formatted(step);
    }
  }

  /** One step stands before another. */
  record Order(String first, String second) implements Pattern {
    @Override
    public Optional<Boolean> in(List<PlannedStep> steps) {
      List<String> names = steps.stream().map(PlannedStep::name).toList();
      int one = names.indexOf(first);
      int other = names.indexOf(second);
      return one < 0 || other < 0 ? Optional.empty() : Optional.of(one < other);
    }

    @Override
    public String inWords() {
      return "'%s' before '%s'".formatted(first, second);
    }
  }

  /** An option of a step is settled so. */
  record OptionSet(String step, String option, List<String> values) implements Pattern {
    public OptionSet {
      values = List.copyOf(values);
    }

    @Override
    public Optional<Boolean> in(List<PlannedStep> steps) {
      return find(steps, step).map(found -> values.equals(found.options().get(option)));
    }

    @Override
    public String inWords() {
      return "%s=%s in step '%s'".formatted(option, String.join(",", values), step);
    }
  }

  /** A step is tried so often. */
  record Attempts(String step, int most) implements Pattern {
    @Override
    public Optional<Boolean> in(List<PlannedStep> steps) {
      return find(steps, step).map(found -> found.retry().maxAttempts() == most);
    }

    @Override
    public String inWords() {
      return "at most %d attempts of step '%s'".formatted(most, step);
    }
  }

  /** {@return all patterns that these steps have} */
  static Set<Pattern> of(List<PlannedStep> steps) {
    Set<Pattern> patterns = new LinkedHashSet<>();
    for (int i = 0; i < steps.size(); i++) {
      PlannedStep step = steps.get(i);
      patterns.add(new StepPresent(step.name()));
      patterns.add(new Attempts(step.name(), step.retry().maxAttempts()));
      for (Map.Entry<String, List<String>> option : step.options().entrySet()) {
        patterns.add(new OptionSet(step.name(), option.getKey(), option.getValue()));
      }
      patterns.addAll(orders(step, steps.subList(i + 1, steps.size())));
    }
    return patterns;
  }

  private static List<Pattern> orders(PlannedStep first, List<PlannedStep> later) {
    List<Pattern> orders = new ArrayList<>();
    later.forEach(second -> orders.add(new Order(first.name(), second.name())));
    return orders;
  }

  private static Optional<PlannedStep> find(List<PlannedStep> steps, String name) {
    return steps.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
