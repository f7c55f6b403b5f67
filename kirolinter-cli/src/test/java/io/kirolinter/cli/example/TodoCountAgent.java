package io.kirolinter.cli.example;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceText;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import java.util.List;

/** A whole extension: an agent with one step, which counts the comments that promise work. */
public final class TodoCountAgent implements Agent {

  public static final ArtifactType<TodoCount> TODO_COUNT =
      ArtifactType.of("todo-count", TodoCount.class);

  @Override
  public String name() {
    return "todo-counter";
  }

  @Override
  public List<Step> steps() {
    return List.of(new CountTodos());
  }

  private static final class CountTodos implements Step {

    @Override
    public StepDescription description() {
      return StepDescription.of("count-todos", "Counts the comments that promise work.")
          .producing(TODO_COUNT);
    }

    @Override
    public StepResult run(StepContext context) {
      long todos = context.snapshot().files().stream().mapToLong(file -> in(file, context)).sum();
      return StepResult.done(new TodoCount(todos), todos + " promises found");
    }

    private static long in(SnapshotFile file, StepContext context) {
      return SourceText.decode(context.snapshot().read(file))
          .map(source -> source.text().lines().filter(line -> line.contains("// later:")).count())
          .orElse(0L);
    }
  }
}
