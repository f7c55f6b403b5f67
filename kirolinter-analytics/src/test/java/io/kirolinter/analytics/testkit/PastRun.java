package io.kirolinter.analytics.testkit;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Builds runs as a journal would give them back. One second passes before the first step. */
public final class PastRun {

  public static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

  private final String template;
  private final List<String> planned;
  private final List<StepRecord> steps = new ArrayList<>();
  private Instant createdAt = START;
  private Instant now = START.plusSeconds(1);
  private String location = "/repo";
  private Effect effect = Effect.CHANGES;
  private ApplyTarget apply = ApplyTarget.BRANCH;

  private PastRun(String template, List<String> planned) {
    this.template = template;
    this.planned = planned;
  }

  public static PastRun of(String template, String... planned) {
    return new PastRun(template, List.of(planned));
  }

  /** A run whose steps all succeed, a second each. */
  public static Run succeeded(String template, String... planned) {
    PastRun run = of(template, planned);
    for (String step : planned) {
      run.step(step, StepOutcome.SUCCEEDED);
    }
    return run.ended(RunStatus.SUCCEEDED);
  }

  public PastRun at(Instant start) {
    createdAt = start;
    now = start.plusSeconds(1);
    return this;
  }

  public PastRun in(String folder) {
    location = folder;
    return this;
  }

  public PastRun onlyReading() {
    effect = Effect.READS;
    return this;
  }

  public PastRun applyingTo(ApplyTarget target) {
    apply = target;
    return this;
  }

  public PastRun step(String name, StepOutcome outcome) {
    return step(name, outcome, 1, Duration.ofSeconds(1), Optional.empty());
  }

  public PastRun failing(String name, StepOutcome outcome, String error) {
    return step(name, outcome, 1, Duration.ofSeconds(1), Optional.of(error));
  }

  public PastRun skipped(String name) {
    steps.add(StepRecord.skipped(name, now, "declined"));
    return this;
  }

  public PastRun step(
      String name, StepOutcome outcome, int attempts, Duration took, Optional<String> error) {
    Instant end = now.plus(took);
    steps.add(
        new StepRecord(name, Optional.of(outcome), attempts, now, Optional.of(end), "", error));
    now = end;
    return this;
  }

  public Run living() {
    steps.add(StepRecord.started(planned.get(steps.size()), now));
    return run(new RunState(RunStatus.RUNNING, steps, Optional.empty(), 0));
  }

  public Run ended(RunStatus status) {
    return run(new RunState(status, steps, Optional.of(now), 0));
  }

  private Run run(RunState state) {
    RunPlan plan =
        new RunPlan(
            template,
            1,
            planned.stream()
                .map(name -> new PlannedStep(name, Criticality.CRITICAL, RetryPolicy.never()))
                .toList(),
            Scope.everything(),
            new RepositoryId("example.org/repo"),
            location,
            Optional.empty(),
            RunMode.AUTONOMOUS,
            RunOptions.applyingTo(apply),
            effect,
            createdAt);
    return new Run(
        RunId.next(createdAt, new SplittableRandom(createdAt.toEpochMilli())), plan, state);
  }
}
