package io.kirolinter.core.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link FactsPacker} writes, run by run. */
final class FactsUnpacker {

  private static final int ID = "20261122-181530-4f2ac1".length();

  private final RepositoryId repository;
  private final byte[] text;
  private final List<String> words = new ArrayList<>();
  private final List<RunKind> kinds = new ArrayList<>();
  private final List<List<StepCourse>> courses = new ArrayList<>();
  private final List<Map<RuleId, FixFacts>> fixes = new ArrayList<>();
  private final List<Optional<ReviewFacts>> reviews = new ArrayList<>();
  private long created;
  private int at;

  FactsUnpacker(RepositoryId repository, byte[] text, int begin) {
    this.repository = repository;
    this.text = text;
    at = begin;
  }

  RunFacts next() {
    RunId id = RunId.of(taken(ID, ISO_8859_1));
    RunKind kind = common(kinds, this::kind);
    created += signed();
    long started = created + signed();
    Instant createdAt = FactsReader.instant(created);
    Instant startedAt = started == created ? createdAt : FactsReader.instant(started);
    Optional<Instant> endedAt =
        number() == 0 ? Optional.empty() : Optional.of(FactsReader.instant(started + signed()));
    List<StepFacts> steps = steps(common(courses, this::course));
    return new RunFacts(
        id,
        repository,
        kind.template(),
        kind.templateVersion(),
        kind.effect(),
        kind.mode(),
        kind.apply(),
        createdAt,
        kind.planned(),
        kind.scope(),
        kind.status(),
        startedAt,
        endedAt,
        kind.takeovers(),
        steps,
        common(fixes, this::fixes),
        common(reviews, this::review));
  }

  /** How many runs there are, to be asked first. */
  int count() {
    return size();
  }

  void requireEnd() {
    if (at != text.length) {
      throw new IllegalArgumentException("there is more after the last run");
    }
  }

  private List<StepFacts> steps(List<StepCourse> course) {
    StepFacts[] steps = new StepFacts[course.size()];
    long expected = 0;
    for (int i = 0; i < steps.length; i++) {
      long begun = expected + signed();
      long took = signed();
      steps[i] = course.get(i).at(FactsReader.micros(begun), FactsReader.micros(took));
      expected = begun + took;
    }
    return List.of(steps);
  }

  private RunKind kind() {
    return new RunKind(
        word(),
        (int) signed(),
        Effect.valueOf(word()),
        RunMode.valueOf(word()),
        ApplyTarget.valueOf(word()),
        size(),
        word(),
        RunStatus.valueOf(word()),
        (int) signed());
  }

  private List<StepCourse> course() {
    int count = size();
    List<StepCourse> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(new StepCourse(word(), outcome(word()), size(), error()));
    }
    return List.copyOf(steps);
  }

  private static Optional<StepOutcome> outcome(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(StepOutcome.valueOf(name));
  }

  private Optional<String> error() {
    return number() == 0 ? Optional.empty() : Optional.of(word());
  }

  private Map<RuleId, FixFacts> fixes() {
    int count = size();
    Map<RuleId, FixFacts> byRule = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      byRule.put(RuleId.of(word()), new FixFacts(size(), size()));
    }
    return Map.copyOf(byRule);
  }

  private Optional<ReviewFacts> review() {
    if (number() == 0) {
      return Optional.empty();
    }
    long lines = number();
    int problems = (int) signed();
    int count = size();
    Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    for (int i = 0; i < count; i++) {
      findings.put(Severity.valueOf(word()), (int) signed());
    }
    return Optional.of(new ReviewFacts(findings, lines, problems));
  }

  private String word() {
    return common(words, () -> taken(size(), UTF_8));
  }

  private String taken(int length, Charset charset) {
    String taken = new String(text, at, length, charset);
    at += length;
    return taken;
  }

  private <T> T common(List<T> known, Supplier<T> reading) {
    int place = size();
    if (place > 0) {
      return known.get(place - 1);
    }
    T value = reading.get();
    known.add(value);
    return value;
  }

  private int size() {
    long number = number();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a size of " + number);
    }
    return (int) number;
  }

  private long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  private long number() {
    int digit = text[at++] - FactsPacker.ZERO;
    if (digit < FactsPacker.MORE) {
      return digit;
    }
    long number = 0;
    int shift = 0;
    while (digit >= FactsPacker.MORE) {
      number |= (long) (digit & (FactsPacker.MORE - 1)) << shift;
      shift += 5;
      digit = text[at++] - FactsPacker.ZERO;
    }
    return number | (long) digit << shift;
  }
}
