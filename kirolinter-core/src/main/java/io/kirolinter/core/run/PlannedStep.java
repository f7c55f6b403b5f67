package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.google.common.collect.ImmutableSortedMap;
import io.kirolinter.core.condition.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a plan.
 *
 * @param name the name under which an agent offers the step
 * @param timeLimit how long one attempt may take, above zero; a longer one is stopped, and has
 *     failed. Empty for no limit
 * @param when all of these have to hold, or the step has nothing to do; empty for a step that
 *     always runs
 * @param options what the template settles for the step, by the names of its options
 * @param plugin the file name of the plugin that offered the step when the run was planned; empty
 *     in a template, and for a step that is no plugin's
 */
public record PlannedStep(
    String name,
    Criticality criticality,
    RetryPolicy retry,
    Optional<Duration> timeLimit,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Condition> when,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, List<String>> options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> plugin) {

  public PlannedStep {
    requireNonNull(criticality, "criticality");
    requireNonNull(retry, "retry");
    requireNonNull(timeLimit, "timeLimit");
    requireNonNull(plugin, "plugin");
    when = List.copyOf(when);
    options = copied(options);
    if (name.isBlank()) {
      throw new IllegalArgumentException("step name must not be blank");
    }
    timeLimit.ifPresent(limit -> requirePositive(name, limit));
  }

  /** A step that is no plugin's. */
  public PlannedStep(
      String name,
      Criticality criticality,
      RetryPolicy retry,
      Optional<Duration> timeLimit,
      List<Condition> when,
      Map<String, List<String>> options) {
    this(name, criticality, retry, timeLimit, when, options, Optional.empty());
  }

  /** A step that always runs, with its usual options. */
  public PlannedStep(
      String name, Criticality criticality, RetryPolicy retry, Optional<Duration> timeLimit) {
    this(name, criticality, retry, timeLimit, List.of(), Map.of());
  }

  /** A step that always runs, with its usual options, without a time limit. */
  public PlannedStep(String name, Criticality criticality, RetryPolicy retry) {
    this(name, criticality, retry, Optional.empty());
  }

  public PlannedStep withTimeLimit(Duration limit) {
    return new PlannedStep(name, criticality, retry, Optional.of(limit), when, options, plugin);
  }

  public PlannedStep withCriticality(Criticality wanted) {
    return new PlannedStep(name, wanted, retry, timeLimit, when, options, plugin);
  }

  public PlannedStep withRetry(RetryPolicy wanted) {
    return new PlannedStep(name, criticality, wanted, timeLimit, when, options, plugin);
  }

  /** {@return the same step, which runs only if all of these hold} */
  public PlannedStep withWhen(List<Condition> conditions) {
    return new PlannedStep(name, criticality, retry, timeLimit, conditions, options, plugin);
  }

  /** {@return the same step with these options in place of those it had} */
  public PlannedStep withOptions(Map<String, List<String>> wanted) {
    return new PlannedStep(name, criticality, retry, timeLimit, when, wanted, plugin);
  }

  /** {@return the same step, as one of a plugin} */
  public PlannedStep withPlugin(Optional<String> wanted) {
    return new PlannedStep(name, criticality, retry, timeLimit, when, options, wanted);
  }

  /** In the order of their names, as the version of a template is made of their text. */
  private static Map<String, List<String>> copied(Map<String, List<String>> options) {
    ImmutableSortedMap.Builder<String, List<String>> copies = ImmutableSortedMap.naturalOrder();
    options.forEach((option, values) -> copies.put(option, List.copyOf(values)));
    return copies.build();
  }

  private static void requirePositive(String step, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(
          "time limit of step '%s' must be > 0, was %s".formatted(step, limit));
    }
  }
}
