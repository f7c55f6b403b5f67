package io.kirolinter.core.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the rows of {@link PackedFacts}, which {@link FactsUnpacker} reads. */
final class FactsPacker {

  /** Numbers have five bits in each character, the lowest first; from here on more follow. */
  static final int MORE = 32;

  /** The character for 0. */
  static final char ZERO = '0';

  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<RunKind, Integer> kinds = new HashMap<>();
  private final Map<List<StepCourse>, Integer> courses = new HashMap<>();
  private final Map<Map<RuleId, FixFacts>, Integer> fixes = new HashMap<>();
  private final Map<Optional<ReviewFacts>, Integer> reviews = new HashMap<>();
  private long created;

  FactsPacker(byte[] begin, int count) {
    text.writeBytes(begin);
    number(count);
  }

  byte[] text() {
    return text.toByteArray();
  }

  void add(RunFacts run) {
    text.writeBytes(run.run().value().getBytes(UTF_8));
    common(kinds, RunKind.of(run), this::write);
    times(run);
    List<StepCourse> course = run.steps().stream().map(StepCourse::of).toList();
    common(courses, course, this::write);
    durations(run.steps());
    common(fixes, run.fixes(), this::write);
    common(reviews, run.review(), this::write);
  }

  private void times(RunFacts run) {
    long made = micros(run.createdAt());
    long started = micros(run.startedAt());
    signed(made - created);
    signed(started - made);
    number(run.endedAt().isPresent() ? 1 : 0);
    run.endedAt().ifPresent(end -> signed(micros(end) - started));
    created = made;
  }

  /** A step is mostly started when the one before it ends. */
  private void durations(List<StepFacts> steps) {
    long expected = 0;
    for (StepFacts step : steps) {
      long begun = micros(step.begun());
      long took = micros(step.duration());
      signed(begun - expected);
      signed(took);
      expected = begun + took;
    }
  }

  private void write(RunKind kind) {
    word(kind.template());
    signed(kind.templateVersion());
    word(kind.effect().name());
    word(kind.mode().name());
    word(kind.apply().name());
    number(kind.planned());
    word(kind.scope());
    word(kind.status().name());
    signed(kind.takeovers());
  }

  private void write(List<StepCourse> steps) {
    number(steps.size());
    for (StepCourse step : steps) {
      word(step.name());
      word(step.outcome().map(Enum::name).orElse(""));
      number(step.attempts());
      number(step.error().isPresent() ? 1 : 0);
      step.error().ifPresent(this::word);
    }
  }

  private void write(Map<RuleId, FixFacts> byRule) {
    number(byRule.size());
    byRule.forEach(
        (rule, facts) -> {
          word(rule.value());
          number(facts.applied());
          number(facts.dropped());
        });
  }

  private void write(Optional<ReviewFacts> review) {
    number(review.isPresent() ? 1 : 0);
    review.ifPresent(this::write);
  }

  private void write(ReviewFacts review) {
    number(review.lines());
    signed(review.problems());
    number(review.findings().size());
    for (Map.Entry<Severity, Integer> entry : review.findings().entrySet()) {
      word(entry.getKey().name());
      signed(entry.getValue());
    }
  }

  private void word(String value) {
    common(
        words,
        value,
        word -> {
          byte[] bytes = word.getBytes(UTF_8);
          number(bytes.length);
          text.writeBytes(bytes);
        });
  }

  /** Writes the place of a value among those of its sort, or 0 and the value if it is new. */
  private <T> void common(Map<T, Integer> known, T value, Consumer<T> writing) {
    Integer place = known.putIfAbsent(value, known.size() + 1);
    number(place == null ? 0 : place);
    if (place == null) {
      writing.accept(value);
    }
  }

  private void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  /** A number without a sign. */
  private void number(long value) {
    long rest = value;
    while ((rest & -MORE) != 0) {
      text.write((int) (ZERO + MORE + (rest & (MORE - 1))));
      rest >>>= 5;
    }
    text.write((int) (ZERO + rest));
  }

  private static long micros(Instant instant) {
    return FactsReader.micros(instant);
  }

  private static long micros(Duration duration) {
    return duration.getSeconds() * 1_000_000L + duration.getNano() / 1_000;
  }
}
