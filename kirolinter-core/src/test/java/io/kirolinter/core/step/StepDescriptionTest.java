package io.kirolinter.core.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.Lessons;
import io.kirolinter.core.run.Criticality;
import io.kirolinter.core.run.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepDescriptionTest {

  @Test
  void aPlainStepIsCriticalOnlyReadsAndNeedsNothing() {
    assertThat(StepDescription.of("fix", "Fixes."))
        .isEqualTo(
            new StepDescription(
                "fix",
                "Fixes.",
                Set.of(),
                Set.of(),
                Optional.empty(),
                Effect.READS,
                Criticality.CRITICAL));
  }

  @Test
  void changesOneByOne() {
    assertThat(
            StepDescription.of("fix", "Fixes.")
                .requiring(ArtifactType.REVIEW)
                .using(ArtifactType.RISK_RANKING)
                .producing(ArtifactType.FIX_SET)
                .changingFiles()
                .optional())
        .isEqualTo(
            new StepDescription(
                "fix",
                "Fixes.",
                Set.of(ArtifactType.REVIEW),
                Set.of(ArtifactType.RISK_RANKING),
                Optional.of(ArtifactType.FIX_SET),
                Effect.CHANGES,
                Criticality.OPTIONAL));
  }

  @Test
  void refusesOtherNamesAndSentences() {
    assertThatIllegalArgumentException().isThrownBy(() -> StepDescription.of("Fix", "Fixes."));
    assertThatIllegalArgumentException().isThrownBy(() -> StepDescription.of("fix", "Fixes"));
  }

  @Test
  void everyResultHasASummary() {
    Lessons lessons = new Lessons(1, List.of());

    assertThat(StepResult.done(lessons, "a"))
        .isEqualTo(new StepResult.Done(Optional.of(lessons), "a"));
    assertThat(StepResult.done("b")).isEqualTo(new StepResult.Done(Optional.empty(), "b"));
    assertThat(StepResult.nothingToDo("c").summary()).isEqualTo("c");
    assertThat(StepResult.later(Instant.EPOCH, "d"))
        .isEqualTo(new StepResult.Later(Instant.EPOCH, "d"));
    assertThat(StepResult.refused("e").summary()).isEqualTo("e");
  }
}
