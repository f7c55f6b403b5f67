package io.kirolinter.core.testing;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.step.StepResult;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt of a step went.
 *
 * @param updates what it told of its progress, in order
 */
public record Attempted(StepResult result, List<Update> updates) {

  /** One call of {@link io.kirolinter.core.progress.Progress#update}. */
  public record Update(String what, long done, long total) {}

  public Attempted {
    requireNonNull(result, "result");
    updates = List.copyOf(updates);
  }

  /** {@return what the step handed on; empty if that is nothing, or of another type} */
  public <T extends Artifact> Optional<T> artifact(ArtifactType<T> type) {
    return result instanceof StepResult.Done done
        ? done.artifact().filter(type.type()::isInstance).map(type.type()::cast)
        : Optional.empty();
  }

  /** {@return the sentence for people} */
  public String summary() {
    return result.summary();
  }
}
