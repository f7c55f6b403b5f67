package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.ForkPoint;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunOptions;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.util.List;
import java.util.Optional;

/** Chooses the step from which a run goes on from another one, so that nothing is missing then. */
final class ForkStep {

  /** What is done again first, of what an old run has. */
  private static final List<StepOutcome> WORST_FIRST =
      List.of(StepOutcome.FAILED, StepOutcome.SKIPPED, StepOutcome.RECOVERED);

  private final Run origin;
  private final StepCatalog catalog;
  private final RunOptions options;

  /**
   * Makes the choice for one fork.
   *
   * @param options those of the fork
   */
  ForkStep(Run origin, StepCatalog catalog, RunOptions options) {
    this.origin = origin;
    this.catalog = catalog;
    this.options = options;
  }

  /**
   * {@return where to fork: at the wanted step, or where the old run failed}
   *
   * @throws InvalidRequestException if what the steps before it did is not there to go on from
   */
  ForkPoint choose(Optional<String> wanted) {
    String step = wanted.isPresent() ? checked(wanted.get()) : failed();
    return new ForkPoint(origin.id(), step);
  }

  private String checked(String step) {
    if (!names().contains(step)) {
      throw refused(
          "fork",
          "it has no step '" + step + "'",
          "one of its steps",
          NearestName.hint(step, names()));
    }
    before(step).forEach(earlier -> requireUsable(earlier, step));
    return step;
  }

  private void requireUsable(PlannedStep earlier, String step) {
    Optional<String> obstacle = obstacle(earlier, step);
    if (obstacle.isPresent()) {
      throw refused(
          "fork",
          obstacle.get(),
          "every step before '%s' as done".formatted(step),
          "Fork it from '%s' or a step before it.".formatted(earlier.name()));
    }
  }

  private Optional<String> obstacle(PlannedStep earlier, String step) {
    if (outcome(earlier).isEmpty()) {
      return Optional.of("step '%s' has not ended in it".formatted(earlier.name()));
    }
    if (earlier.criticality() == Criticality.CRITICAL && ended(earlier, StepOutcome.FAILED)) {
      return Optional.of("step '%s' failed in it".formatted(earlier.name()));
    }
    return isWithoutEffect(earlier, step)
        ? Optional.of("what step '%s' made is not in the repository".formatted(earlier.name()))
        : Optional.empty();
  }

  /** The step that went worst; or an earlier one, of which the failed run has undone the work. */
  private String failed() {
    requireOver();
    PlannedStep failed =
        WORST_FIRST.stream()
            .flatMap(worst -> origin.plan().steps().stream().filter(s -> ended(s, worst)))
            .findFirst()
            .orElseThrow(this::nothingToRetry);
    return before(failed.name()).stream()
        .filter(earlier -> isWithoutEffect(earlier, failed.name()))
        .map(PlannedStep::name)
        .findFirst()
        .orElse(failed.name());
  }

  /**
   * Whether a step is to have changed the repository, and has not, or was undone, and no step that
   * runs in the fork carries out what it made.
   */
  private boolean isWithoutEffect(PlannedStep step, String fork) {
    if (!catalog.changesFiles(step) || !ended(step, StepOutcome.SUCCEEDED)) {
      return false;
    }
    boolean undone = origin.state().status() == RunStatus.FAILED && attempts(step) > 0;
    boolean elsewhere = options.apply() != origin.plan().options().apply();
    return (undone || elsewhere) && !isCarriedOut(step, fork);
  }

  private boolean isCarriedOut(PlannedStep step, String fork) {
    Optional<ArtifactType<?>> product = catalog.describe(step).produces();
    return product.isPresent()
        && origin.plan().steps().stream()
            .skip(origin.plan().indexOf(fork))
            .filter(catalog::changesFiles)
            .anyMatch(later -> catalog.describe(later).requires().contains(product.get()));
  }

  private void requireOver() {
    if (!origin.state().status().isFinal()) {
      throw refused(
          "retry",
          "it is " + origin.state().status().label(),
          "a run that is over",
          "Resume it, or cancel it first.");
    }
  }

  private InvalidRequestException nothingToRetry() {
    return refused(
        "retry",
        "no step of it failed or was left out",
        "a step to do again",
        "Name the step from which a new run is to go on.");
  }

  private InvalidRequestException refused(
      String action, String found, String expected, String remedy) {
    return new InvalidRequestException(
        ErrorMessage.cannot(action, "run", origin.id().value())
            .found(found)
            .expected(expected)
            .remedy(remedy));
  }

  private List<PlannedStep> before(String step) {
    return origin.plan().steps().subList(0, origin.plan().indexOf(step));
  }

  private List<String> names() {
    return origin.plan().steps().stream().map(PlannedStep::name).toList();
  }

  private boolean ended(PlannedStep step, StepOutcome how) {
    return outcome(step).filter(how::equals).isPresent();
  }

  private Optional<StepOutcome> outcome(PlannedStep step) {
    return origin.state().step(step.name()).flatMap(StepRecord::outcome);
  }

  private int attempts(PlannedStep step) {
    return origin.state().step(step.name()).map(StepRecord::attempts).orElse(0);
  }
}
