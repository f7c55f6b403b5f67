package io.kirolinter.core.history;

import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunStatus;

/** What many runs have in common. */
record RunKind(
    String template,
    int templateVersion,
    Effect effect,
    RunMode mode,
    ApplyTarget apply,
    int planned,
    String scope,
    RunStatus status,
    int takeovers) {

  static RunKind of(RunFacts run) {
    return new RunKind(
        run.template(),
        run.templateVersion(),
        run.effect(),
        run.mode(),
        run.apply(),
        run.planned(),
        run.scope(),
        run.status(),
        run.takeovers());
  }
}
