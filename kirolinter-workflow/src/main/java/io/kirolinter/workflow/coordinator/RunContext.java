package io.kirolinter.workflow.coordinator;

import io.kirolinter.core.artifact.Artifact;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.choice.Choice;
import io.kirolinter.core.choice.FixChoices;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunMode;
import io.kirolinter.core.run.RunPlan;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.store.ResultCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What one attempt of a step of a run sees, until it is given up. */
record RunContext(
    Surroundings around,
    Run run,
    PinnedSnapshot pinned,
    RunArtifacts artifacts,
    String step,
    Progress progress,
    Fence fence)
    implements StepContext {

  @Override
  public RunId runId() {
    return run.id();
  }

  @Override
  public RunPlan plan() {
    return run.plan();
  }

  @Override
  public Repository repository() {
    fence.requireOpen();
    return pinned.repository();
  }

  @Override
  public Snapshot snapshot() {
    fence.requireOpen();
    return pinned.get();
  }

  @Override
  public List<String> option(String name) {
    return plan().steps().stream()
        .filter(planned -> planned.name().equals(step))
        .flatMap(planned -> planned.options().getOrDefault(name, List.of()).stream())
        .toList();
  }

  @Override
  public <T extends Artifact> Optional<T> artifact(ArtifactType<T> type) {
    return artifacts.find(type);
  }

  /** Where a run goes on by itself in the middle of the questions, the rest is accepted. */
  @Override
  public FixChoices choices(List<Finding> offered) {
    List<RunAnswer> answers = run.state().dialogue().answers();
    if (!GivenChoices.areAsked(answers, step)) {
      return FixChoices.all(offered);
    }
    GivenChoices given = GivenChoices.of(answers, step, offered);
    if (!given.done() && run.mode() != RunMode.INTERACTIVE) {
      given.choices().chooseRest(Choice.ACCEPT);
    }
    return given.choices();
  }

  @Override
  public boolean isAwaited(ArtifactType<?> type) {
    return plan().steps().stream()
        .skip(plan().indexOf(step) + 1L)
        .anyMatch(later -> around.steps().describe(later).requires().contains(type));
  }

  @Override
  public PatternMemory memory() {
    return new FencedMemory(around.stores().memory(), fence);
  }

  @Override
  public ResultCache cache() {
    return new FencedCache(around.stores().cache(), fence);
  }

  @Override
  public InstantSource clock() {
    return around.clock();
  }

  @Override
  public Cancellation cancellation() {
    return fence.cancellation();
  }

  /** {@return progress that tells nothing of an attempt that was given up} */
  @Override
  public Progress progress() {
    return (what, done, total) -> {
      fence.requireOpen();
      progress.update(what, done, total);
    };
  }

  @Override
  public String idempotencyKey() {
    return run.id() + "/" + step;
  }

  @Override
  public Path folder() {
    fence.requireOpen();
    Path folder = around.folder().resolve(run.id().value());
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WorkFailedException(
          ErrorMessage.cannot("make", "folder", folder.toString())
              .found(ErrorText.of(e))
              .remedy("Give a data folder that can be written."),
          e);
    }
  }
}
