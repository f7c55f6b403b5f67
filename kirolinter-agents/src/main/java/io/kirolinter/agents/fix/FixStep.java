package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.compile.CompilerGate;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.Review;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepResult;
import java.util.List;

/** Step {@code fix}. */
public final class FixStep implements Step {

  private static final StepDescription DESCRIPTION =
      StepDescription.of("fix", "Fixes what can be fixed safely, and proves it.")
          .requiring(ArtifactType.REVIEW)
          .producing(ArtifactType.FIX_SET)
          .changingFiles();

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    Review review = context.required(ArtifactType.REVIEW);
    FixRequest request =
        FixRequest.safe(context.snapshot(), review.findings())
            .withMaxFixes(context.plan().options().maxFixes())
            .withGates(List.of(CompilerGate.of(context.snapshot())))
            .heardBy(context.progress(), context.cancellation());
    FixSet fixes = FixEngine.of(JavaRules.all(), 2).fix(request);
    return StepResult.done(fixes, fixes.applied() + " fixed");
  }
}
