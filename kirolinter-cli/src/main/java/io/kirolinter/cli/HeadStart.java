package io.kirolinter.cli;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.RetryPolicy;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.thread.DaemonThreads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Prepares on a second thread what a run needs later, while it reads its command line and waits for
 * git: a short run spends much of its time with that. What comes of it is thrown away.
 */
final class HeadStart {

  private HeadStart() {}

  static void begin() {
    DaemonThreads.unstarted(HeadStart::prepare, "kirolinter-head-start").start();
  }

  private static void prepare() {
    Json.read(Json.write(plan()), RunPlan.class);
    Json.read(Json.write(RunState.queued()), RunState.class);
  }

  private static RunPlan plan() {
    return new RunPlan(
        "head-start",
        1,
        List.of(new PlannedStep("analyze", Criticality.CRITICAL, RetryPolicy.never())),
        Scope.everything(),
        new RepositoryId("head-start"),
        "",
        Optional.empty(),
        RunMode.AUTONOMOUS,
        RunOptions.applyingTo(ApplyTarget.NONE),
        Effect.READS,
        Instant.EPOCH);
  }
}
