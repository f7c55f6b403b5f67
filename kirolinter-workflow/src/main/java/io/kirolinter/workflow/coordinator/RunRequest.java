package io.kirolinter.workflow.coordinator;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.run.ApplyTarget;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.template.Template;
import java.util.Optional;

/**
 * How a run is wanted.
 *
 * @param options empty for what suits the template: see {@link Template#defaultTarget()}; in
 *     background mode a branch in place of the checkout
 * @param sources which code is analysed; empty for what the template says
 * @param baseCommit the commit to work on; empty for the one that is checked out
 * @param confirmation who is asked; present exactly if the mode is interactive
 * @param id the id of the run, which no other run has; empty for a new one
 */
public record RunRequest(
    RunMode mode,
    Optional<RunOptions> options,
    Optional<SourceSets> sources,
    Optional<CommitId> baseCommit,
    Optional<Confirmation> confirmation,
    Optional<RunId> id) {

  public RunRequest {
    requireNonNull(options, "options");
    requireNonNull(sources, "sources");
    requireNonNull(baseCommit, "baseCommit");
    requireNonNull(id, "id");
    if ((mode == RunMode.INTERACTIVE) != confirmation.isPresent()) {
      throw new IllegalArgumentException(
          "a run has a confirmation exactly if it is interactive, was " + mode);
    }
  }

  /** {@return a run that goes to its end by itself} */
  public static RunRequest autonomous() {
    return of(RunMode.AUTONOMOUS, Optional.empty());
  }

  /** {@return a run that asks before each step} */
  public static RunRequest interactive(Confirmation confirmation) {
    return of(RunMode.INTERACTIVE, Optional.of(confirmation));
  }

  /** {@return a run as a schedule starts it} */
  public static RunRequest background() {
    return of(RunMode.BACKGROUND, Optional.empty());
  }

  public RunRequest withOptions(RunOptions wanted) {
    return new RunRequest(mode, Optional.of(wanted), sources, baseCommit, confirmation, id);
  }

  public RunRequest withSources(SourceSets wanted) {
    return new RunRequest(mode, options, Optional.of(wanted), baseCommit, confirmation, id);
  }

  public RunRequest withBaseCommit(CommitId wanted) {
    return new RunRequest(mode, options, sources, Optional.of(wanted), confirmation, id);
  }

  /** {@return the same as a run of this id: two requests of one id never become two runs} */
  public RunRequest withId(RunId wanted) {
    return new RunRequest(mode, options, sources, baseCommit, confirmation, Optional.of(wanted));
  }

  private static RunRequest of(RunMode mode, Optional<Confirmation> confirmation) {
    return new RunRequest(
        mode, Optional.empty(), Optional.empty(), Optional.empty(), confirmation, Optional.empty());
  }

  /**
   * {@return the options of a run of the template}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if a background run is to change the
   *     checkout
   */
  RunOptions optionsFor(Template template) {
    if (options.isEmpty()) {
      return template.optionsFor(targetFor(template));
    }
    RunOptions wanted = options.get();
    RunPlanner.requireBackgroundTarget(mode, wanted, template.name());
    return wanted;
  }

  private ApplyTarget targetFor(Template template) {
    ApplyTarget target = template.defaultTarget();
    return mode == RunMode.BACKGROUND && target == ApplyTarget.TREE ? ApplyTarget.BRANCH : target;
  }
}
