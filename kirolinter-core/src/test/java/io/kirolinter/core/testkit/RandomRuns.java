package io.kirolinter.core.testkit;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Runs that are over, of one repository: the same at each call, and of all sorts there are. */
public final class RandomRuns {

  private static final List<String> STEPS = List.of("predict", "analyze", "fix", "learn");
  private static final List<RunStatus> STATUSES =
      Stream.of(RunStatus.values()).filter(RunStatus::isFinal).toList();
  private static final List<String> ERRORS =
      List.of(
          "it broke after 3 s", "no | such ; thing, 100 %", "\u00fc \u4e2d \ud83d\ude80", "a\nb");

  private final Random random = new Random(20_261_122);
  private final Instant first;
  private final Duration length;
  private final Map<Run, List<StoredArtifact>> runs = new LinkedHashMap<>();

  private RandomRuns(Instant first, Duration length) {
    this.first = first;
    this.length = length;
  }

  /** {@return so many runs that were made in this time, in no order} */
  public static RandomRuns over(Instant first, Duration length, int count) {
    RandomRuns history = new RandomRuns(first, length);
    for (int i = 0; i < count; i++) {
      history.runs.put(history.run(i), history.artifacts());
    }
    return history;
  }

  /** Adds those that are not there. */
  public void addTo(RunJournal journal) {
    runs.forEach(journal::add);
  }

  public List<RunId> ids() {
    return runs.keySet().stream().map(Run::id).toList();
  }

  /** {@return what a store has to show} */
  public List<RunFacts> facts(FactsQuery query) {
    return runs.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing((Run run) -> run.plan().createdAt()).thenComparing(Run::id)))
        .filter(entry -> isIn(query, entry.getKey().plan().createdAt()))
        .map(entry -> RunFacts.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** {@return all time, and so many parts of the time in which the runs were made} */
  public List<FactsQuery> queries(int count) {
    List<FactsQuery> queries = new ArrayList<>(List.of(FactsQuery.all()));
    for (int i = 0; i < count; i++) {
      Instant from = i % 2 == 0 ? moment() : anyRun();
      Instant until = i % 3 == 0 ? moment() : anyRun();
      FactsQuery query = FactsQuery.all().of(SampleRuns.REPOSITORY).since(from);
      queries.add(i % 4 == 3 ? query : query.before(until));
    }
    return queries;
  }

  private static boolean isIn(FactsQuery query, Instant at) {
    return !at.isBefore(query.from()) && at.isBefore(query.until());
  }

  private Instant moment() {
    return first.plusNanos((long) (random.nextDouble() * length.toNanos()));
  }

  private Instant anyRun() {
    return any(List.copyOf(runs.keySet())).plan().createdAt();
  }

  private Run run(int number) {
    Instant at = number % 10 == 0 ? first.plus(Duration.ofDays(1)) : moment();
    RunPlan plan =
        new RunPlan(
            any(List.of("quick_fix", "full_review", "my \u00e4 | one")),
            1 + random.nextInt(2),
            STEPS.stream()
                .map(step -> new PlannedStep(step, Criticality.CRITICAL, RetryPolicy.standard()))
                .toList(),
            Scope.everything(),
            SampleRuns.REPOSITORY,
            "/home/ann/shop",
            Optional.empty(),
            any(List.of(RunMode.values())),
            RunOptions.applyingTo(any(List.of(ApplyTarget.values()))),
            any(List.of(Effect.values())),
            at);
    RunId id = RunId.of("20261122-181530-%06x".formatted(random.nextInt(1 << 16) << 8 | number));
    return new Run(id, plan, state(at));
  }

  private RunState state(Instant at) {
    List<StepRecord> steps = new ArrayList<>();
    Instant now = at.plusMillis(random.nextInt(3_000));
    for (String step : STEPS.subList(0, random.nextInt(STEPS.size() + 1))) {
      Instant end = now.plusNanos(random.nextInt(random.nextInt(9) == 0 ? 1 : 1_999_999_999));
      steps.add(step(step, now, end));
      now = end.plusNanos(random.nextInt(3) * 1_234_567L);
    }
    return new RunState(any(STATUSES), steps, Optional.of(now), random.nextInt(20) / 19);
  }

  private StepRecord step(String name, Instant begin, Instant end) {
    Optional<String> error = random.nextInt(3) == 0 ? Optional.of(any(ERRORS)) : Optional.empty();
    return new StepRecord(
        name,
        Optional.of(any(List.of(StepOutcome.values()))),
        random.nextInt(4),
        begin,
        Optional.of(end),
        "did it",
        error);
  }

  private List<StoredArtifact> artifacts() {
    List<StoredArtifact> made = new ArrayList<>();
    if (random.nextBoolean()) {
      String findings = "{\"severity\":\"%s\"}".formatted(any(List.of("low", "critical")));
      made.add(
          new StoredArtifact(
              "analyze",
              "review",
              "{\"findings\":[%s,%s],\"lines\":%d}"
                  .formatted(findings, findings, random.nextInt(99_999))));
    }
    if (random.nextBoolean()) {
      String fixes = "{},".repeat(random.nextInt(3)) + "{}";
      made.add(
          new StoredArtifact(
              "fix",
              "fix-set",
              "{\"changes\":[{\"rule\":\"%s\",\"fixes\":[%s]}],\"dropped\":[{\"rule\":\"naming\"}]}"
                  .formatted(any(List.of("unused-import", "pmd/Odd;|")), fixes)));
    }
    return made;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
