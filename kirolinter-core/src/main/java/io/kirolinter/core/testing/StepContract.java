package io.kirolinter.core.testing;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every step has to do for a run. */
final class StepContract {

  private StepContract() {}

  /** Checks that a result is what the description says, and can be kept. */
  static void check(StepDescription step, @Nullable StepResult result) {
    if (result == null) {
      throw new AssertionError("step '%s' gave back null".formatted(step.name()));
    }
    if (result.summary().isBlank()) {
      throw new AssertionError("step '%s' has no summary for people".formatted(step.name()));
    }
    if (result instanceof StepResult.Done done) {
      checkProduct(step, done.artifact());
    }
  }

  /** Checks that a person can read a preview in the middle of a question. */
  static void check(StepDescription step, @Nullable StepPreview preview) {
    if (preview == null) {
      throw new AssertionError("the preview of step '%s' is null".formatted(step.name()));
    }
    if (preview.figures().endsWith(".")) {
      throw new AssertionError(
          "the figures of step '%s' end in a full stop: %s"
              .formatted(step.name(), preview.figures()));
    }
  }

  private static void checkProduct(StepDescription step, Optional<Artifact> artifact) {
    String promised = step.produces().map(ArtifactType::name).orElse("nothing");
    boolean kept =
        step.produces()
            .map(type -> artifact.filter(type.type()::isInstance).isPresent())
            .orElse(artifact.isEmpty());
    if (!kept) {
      throw new AssertionError(
          "step '%s' is to hand on %s, and handed on %s"
              .formatted(step.name(), promised, artifact.map(Object::toString).orElse("nothing")));
    }
    artifact.ifPresent(StepContract::checkJson);
  }

  private static void checkJson(Artifact artifact) {
    String json;
    Artifact back;
    try {
      json = Json.write(artifact);
      back = Json.read(json, artifact.getClass());
    } catch (IllegalArgumentException | StoreException e) {
      throw new AssertionError("%s cannot be kept as JSON".formatted(artifact), e);
    }
    if (!back.equals(artifact)) {
      throw new AssertionError(
          "%s is written as %s, and read back as %s".formatted(artifact, json, back));
    }
  }

  /**
   * Checks that nothing was done between two looks.
   *
   * @param work what must not have done anything
   */
  static void checkSame(Footprint before, Footprint after, String work) {
    if (!after.equals(before)) {
      throw new AssertionError(
          "%s changed %s".formatted(work, String.join("; ", before.differences(after))));
    }
  }

  /** Checks that a second attempt came to the same artifact. */
  static void checkSame(StepResult first, StepResult second) {
    if (first instanceof StepResult.Done one
        && second instanceof StepResult.Done other
        && !one.artifact().equals(other.artifact())) {
      throw new AssertionError(
          "a second attempt with the same key handed on %s, the first one %s"
              .formatted(other.artifact(), one.artifact()));
    }
  }
}
