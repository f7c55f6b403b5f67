package io.kirolinter.core.template;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A step as a file asks for it.
 *
 * @param place where its name stands
 * @param criticality empty for that of the step itself
 * @param retry empty for the usual one
 * @param timeLimit of one attempt; empty for the usual one
 */
public record StepDefinition(
    String name,
    Place place,
    Optional<Criticality> criticality,
    Optional<RetryPolicy> retry,
    Optional<Duration> timeLimit,
    List<When> when,
    List<Option> options) {

  /** A condition and where it stands. */
  public record When(Place place, Condition condition) {}

  /** What is settled for an option, and where its name stands. */
  public record Option(Place place, String name, List<String> values) {

    public Option {
      values = List.copyOf(values);
    }
  }

  public StepDefinition {
    requireNonNull(place, "place");
    requireNonNull(criticality, "criticality");
    requireNonNull(retry, "retry");
    requireNonNull(timeLimit, "timeLimit");
    when = List.copyOf(when);
    options = List.copyOf(options);
  }

  public StepDefinition withCriticality(Criticality wanted) {
    return new StepDefinition(name, place, Optional.of(wanted), retry, timeLimit, when, options);
  }

  public StepDefinition withRetry(RetryPolicy wanted) {
    return new StepDefinition(
        name, place, criticality, Optional.of(wanted), timeLimit, when, options);
  }

  public StepDefinition withTimeLimit(Duration limit) {
    return new StepDefinition(name, place, criticality, retry, Optional.of(limit), when, options);
  }

  public StepDefinition withWhen(List<When> conditions) {
    return new StepDefinition(name, place, criticality, retry, timeLimit, conditions, options);
  }

  public StepDefinition withOptions(List<Option> wanted) {
    return new StepDefinition(name, place, criticality, retry, timeLimit, when, wanted);
  }
}
