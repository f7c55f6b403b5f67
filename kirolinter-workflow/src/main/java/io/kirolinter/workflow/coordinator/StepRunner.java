package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import io.kirolinter.workflow.coordinator.Attempt.Product;
import io.kirolinter.workflow.coordinator.Attempt.Remedy;
import io.kirolinter.workflow.coordinator.StopSignal.Work;
import java.time.Duration;
import java.util.Optional;

/** Runs a step as often as its retry policy allows. */
final class StepRunner {

  /**
   * What all attempts of a step came to.
   *
   * @param failedAttempts how many failed, the last one included if it did
   * @param error of the last failed attempt
   */
  record Tried(Attempt last, int failedAttempts, Optional<String> error) {

    /** {@return how often the step was started after the first time} */
    int repetitions() {
      return last instanceof Attempt.Failed ? failedAttempts - 1 : failedAttempts;
    }
  }

  /** Makes what one attempt sees. */
  @FunctionalInterface
  interface Contexts {
    StepContext behind(Fence fence);
  }

  private final Surroundings around;
  private final StopSignal signal;
  private final LeaseKeeper lease;
  private final EventSink events;

  StepRunner(Surroundings around, StopSignal signal, LeaseKeeper lease, EventSink events) {
    this.around = around;
    this.signal = signal;
    this.lease = lease;
    this.events = events;
  }

  /**
   * Runs the step until it ends or has failed too often.
   *
   * @throws InterruptedException if the work is stopped
   * @throws LeaseLostException if the step noticed that another process has the run
   * @throws StoreException if the step could not use the store, and the run cannot either
   */
  Tried run(PlannedStep planned, Step step, Contexts contexts) throws InterruptedException {
    Optional<String> error = Optional.empty();
    for (int failed = 0; ; ) {
      Fence fence = new Fence();
      StepContext context = contexts.behind(fence);
      Attempt attempt = attempt(planned, step, context, fence);
      if (!(attempt instanceof Attempt.Failed failure)) {
        return new Tried(attempt, failed, error);
      }
      failed++;
      error = Optional.of(failure.error());
      if (failure.remedy() == Remedy.GIVE_UP || failed >= planned.retry().maxAttempts()) {
        return new Tried(attempt, failed, error);
      }
      waitAfter(planned, failed, failure.error(), context);
    }
  }

  private void waitAfter(PlannedStep planned, int failed, String error, StepContext context)
      throws InterruptedException {
    Duration delay = planned.retry().delayAfter(failed, around.random());
    events.tell(new RunEvent.StepRetried(context.runId(), planned.name(), failed, error, delay));
    pause(delay);
  }

  /** Waits, unless the work is stopped. */
  void pause(Duration time) throws InterruptedException {
    signal.<Boolean>interruptibly(
        () -> {
          around.pause().await(time);
          return true;
        });
  }

  private Attempt attempt(PlannedStep planned, Step step, StepContext context, Fence fence)
      throws InterruptedException {
    try {
      return understood(step.description(), result(planned, step, context, fence));
    } catch (OverrunException e) {
      return new Attempt.Failed(ErrorText.of(e), e.remedy());
    } catch (InterruptedException | LeaseLostException e) {
      throw e;
    } catch (InvalidRequestException e) {
      stopIfAsked(e);
      return new Attempt.Failed(ErrorText.of(e), Remedy.GIVE_UP);
    } catch (StoreException e) {
      stopIfAsked(e);
      // A store that is gone is nothing that the step can be blamed for: the run is left as it is.
      lease.confirm();
      return new Attempt.Failed(ErrorText.of(e), Remedy.TRY_AGAIN);
    } catch (Throwable e) {
      // Also a stack that ran over or a class that is missing: the step failed, the run may go on.
      stopIfAsked(e);
      return new Attempt.Failed(ErrorText.of(e), Remedy.TRY_AGAIN);
    }
  }

  private StepResult result(PlannedStep planned, Step step, StepContext context, Fence fence)
      throws InterruptedException, OverrunException {
    Work<StepResult> work = () -> step.run(context);
    Optional<Duration> limit = planned.timeLimit();
    return limit.isEmpty()
        ? signal.interruptibly(fence.cancellation(), work)
        : new TimedAttempt(around, signal, fence, planned.name(), limit.get()).run(work);
  }

  /** What a step throws once it was told to stop is how it stops, whatever it is. */
  private void stopIfAsked(Throwable thrown) throws InterruptedException {
    if (signal.isStopped()) {
      InterruptedException stopped = new InterruptedException("stopped");
      stopped.initCause(thrown);
      throw stopped;
    }
  }

  private static Attempt understood(StepDescription step, StepResult result) {
    if (result instanceof StepResult.Done done) {
      return new Attempt.Succeeded(product(step, done.artifact()), done.summary());
    }
    if (result instanceof StepResult.Incomplete part) {
      return new Attempt.Unfinished(product(step, part.artifact()), part.summary(), part.problem());
    }
    if (result instanceof StepResult.Later later) {
      return new Attempt.Postponed(later.notBefore(), later.summary());
    }
    return result instanceof StepResult.Refused refused
        ? new Attempt.Failed(refused.summary(), Remedy.GIVE_UP)
        : new Attempt.Idle(result.summary());
  }

  private static Optional<Product> product(StepDescription step, Optional<Artifact> artifact) {
    Optional<ArtifactType<?>> promised = step.produces();
    if (promised.isPresent() != artifact.isPresent()) {
      throw new IllegalStateException(
          "step '%s' is to hand on %s, and handed on %s"
              .formatted(
                  step.name(),
                  promised.map(ArtifactType::name).orElse("nothing"),
                  artifact.map(a -> a.getClass().getSimpleName()).orElse("nothing")));
    }
    return promised.map(type -> product(step.name(), type, artifact.orElseThrow()));
  }

  private static Product product(String step, ArtifactType<?> type, Artifact artifact) {
    Artifact checked = type.type().cast(artifact);
    return new Product(type, checked, new StoredArtifact(step, type.name(), Json.write(checked)));
  }
}
