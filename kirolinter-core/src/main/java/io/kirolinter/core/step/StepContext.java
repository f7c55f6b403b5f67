package io.kirolinter.core.step;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.store.ResultCache;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a step can see and use during one attempt. Not to be kept longer. */
public interface StepContext {

  RunId runId();

  /** {@return what the run is to do: its scope, its options, its base commit} */
  RunPlan plan();

  Repository repository();

  /** {@return the files that the run works on: the same ones for all steps, also after a resume} */
  Snapshot snapshot();

  /**
   * {@return what the template settles for an option of this step; empty where it says nothing}
   *
   * @param name one of those that the description of the step names
   */
  default List<String> option(String name) {
    return List.of();
  }

  /** {@return what an earlier step produced; empty if none did, or had nothing to do} */
  <T extends Artifact> Optional<T> artifact(ArtifactType<T> type);

  /** {@return what an earlier step produced, for a type that the step requires} */
  default <T extends Artifact> T required(ArtifactType<T> type) {
    return artifact(type)
        .orElseThrow(() -> new IllegalStateException("no earlier step produced " + type));
  }

  /** {@return whether a later step of this run requires artifacts of this type} */
  boolean isAwaited(ArtifactType<?> type);

  /**
   * {@return what a person chose of fixes that this step {@linkplain Step#preview offered}; all of
   * them are accepted if nobody was asked fix by fix}
   *
   * @param offered the fixes that the step could make now; one that was not offered before is not
   *     accepted
   */
  default FixChoices choices(List<Finding> offered) {
    return FixChoices.all(offered);
  }

  PatternMemory memory();

  ResultCache cache();

  InstantSource clock();

  /** {@return a text that is the same for every attempt of this step in this run, and no other} */
  String idempotencyKey();

  /** {@return a folder of this run outside the repository, for files that people may want} */
  Path folder();

  Progress progress();

  Cancellation cancellation();
}
