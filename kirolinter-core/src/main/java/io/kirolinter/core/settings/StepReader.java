package io.kirolinter.core.settings;

import io.kirolinter.core.condition.Condition;
import io.kirolinter.core.condition.Measure;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.settings.Yaml.Entry;
import io.kirolinter.core.settings.Yaml.Scalar;
import io.kirolinter.core.step.KnownOptions;
import io.kirolinter.core.template.StepDefinition;
import io.kirolinter.core.template.StepDefinition.Option;
import io.kirolinter.core.template.StepDefinition.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads what a file says about a step of a template. */
final class StepReader {

  static final List<String> KEYS =
      List.of("step", "critical", "retry", "timeout", "when", "options");
  static final List<String> RETRY_KEYS = List.of("times", "wait", "longest-wait");
  static final List<String> FINDING_KEYS = List.of("severity", "at-least");

  static final int MOST_RETRIES = 20;
  static final int MOST_COUNTED = 1_000_000;

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(7);

  private final YamlValues values;
  private final BiFunction<YamlValues, Yaml, String> analyzer;

  StepReader(YamlValues values, BiFunction<YamlValues, Yaml, String> analyzer) {
    this.values = values;
    this.analyzer = analyzer;
  }

  /** {@return a step that is written as its name, or as keys with values} */
  StepDefinition step(Yaml item) {
    if (item instanceof Scalar) {
      return bare(item);
    }
    List<Entry> entries = values.entries(item);
    Yaml name =
        entries.stream()
            .filter(entry -> entry.key().equals("step"))
            .map(Entry::value)
            .findFirst()
            .orElseThrow(() -> unnamed(item, entries));
    StepDefinition step = bare(name);
    for (Entry entry : entries) {
      step = with(step, entry);
    }
    return step;
  }

  private RuntimeException unnamed(Yaml item, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> !KEYS.contains(entry.key()))
        .findFirst()
        .map(entry -> values.unknownKey(entry, KEYS))
        .orElseGet(() -> values.wrong(item, "there is no 'step'", "the name of a step"));
  }

  private StepDefinition bare(Yaml name) {
    return new StepDefinition(
        values.text(name),
        values.place(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private StepDefinition with(StepDefinition step, Entry entry) {
    Yaml value = entry.value();
    return switch (entry.key()) {
      case "step" -> step;
      case "critical" ->
          step.withCriticality(values.truth(value) ? Criticality.CRITICAL : Criticality.OPTIONAL);
      case "retry" -> step.withRetry(retry(value));
      case "timeout" -> step.withTimeLimit(values.time(value, LONGEST_TIMEOUT));
      case "when" -> step.withWhen(conditions(value));
      case "options" -> step.withOptions(options(value));
      default -> throw values.unknownKey(entry, KEYS);
    };
  }

  private RetryPolicy retry(Yaml value) {
    RetryPolicy usual = RetryPolicy.standard();
    int times = usual.maxAttempts() - 1;
    Duration wait = usual.firstDelay();
    Optional<Entry> longest = Optional.empty();
    for (Entry entry : values.entries(value)) {
      switch (entry.key()) {
        case "times" -> times = values.count(entry.value(), 0, MOST_RETRIES);
        case "wait" -> wait = values.time(entry.value(), LONGEST_WAIT);
        case "longest-wait" -> longest = Optional.of(entry);
        default -> throw values.unknownKey(entry, RETRY_KEYS);
      }
    }
    return new RetryPolicy(times + 1, wait, longestWait(longest, wait, usual.maxDelay()));
  }

  private Duration longestWait(Optional<Entry> written, Duration wait, Duration usual) {
    if (written.isEmpty()) {
      return usual.compareTo(wait) < 0 ? wait : usual;
    }
    Yaml value = written.get().value();
    Duration longest = values.time(value, LONGEST_WAIT);
    if (longest.compareTo(wait) < 0) {
      throw values.wrong(value, value.kind(), "a time that is not shorter than the first wait");
    }
    return longest;
  }

  private List<When> conditions(Yaml value) {
    List<When> conditions =
        values.entries(value).stream()
            .map(entry -> new When(values.place(entry), condition(entry)))
            .toList();
    if (conditions.isEmpty()) {
      throw values.wrong(value, "no condition", "one of " + YamlValues.listed(Measure.labels()));
    }
    return conditions;
  }

  private Condition condition(Entry entry) {
    Measure measure =
        Measure.of(entry.key()).orElseThrow(() -> values.unknownKey(entry, Measure.labels()));
    Yaml value = entry.value();
    if (measure != Measure.FINDINGS || isNumber(value)) {
      return Condition.atLeast(values.count(value, 1, MOST_COUNTED), measure);
    }
    return value instanceof Scalar
        ? Condition.findingsFrom(values.choice(value, Severity.class))
        : findings(value);
  }

  private static boolean isNumber(Yaml value) {
    return value instanceof Scalar scalar && scalar.type() == Scalar.Type.NUMBER;
  }

  private Condition findings(Yaml value) {
    Optional<Severity> severity = Optional.empty();
    int atLeast = 1;
    for (Entry entry : values.entries(value)) {
      switch (entry.key()) {
        case "severity" -> severity = Optional.of(values.choice(entry.value(), Severity.class));
        case "at-least" -> atLeast = values.count(entry.value(), 1, MOST_COUNTED);
        default -> throw values.unknownKey(entry, FINDING_KEYS);
      }
    }
    return new Condition(Measure.FINDINGS, severity, atLeast);
  }

  private List<Option> options(Yaml value) {
    return values.entries(value).stream()
        .map(entry -> new Option(values.place(entry), entry.key(), texts(entry)))
        .toList();
  }

  private List<String> texts(Entry entry) {
    Yaml value = entry.value();
    if (value instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING) {
      throw values.wrong(value, value.kind(), "a value for the option");
    }
    if (entry.key().equals(KnownOptions.ANALYZERS.name())) {
      return values.items(value, analyzer);
    }
    return value instanceof Scalar scalar
        ? List.of(scalar.text())
        : values.items(value, YamlValues::text);
  }
}
