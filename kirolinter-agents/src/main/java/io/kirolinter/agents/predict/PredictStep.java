package io.kirolinter.agents.predict;

import io.kirolinter.agents.predict.window.Population;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.util.List;
import java.util.Optional;

/**
 * Step {@code predict}: for each Java file of the base commit, the chance that a fault is fixed in
 * it in the next half-year, from the history of the repository and the text of the file; and a
 * ranking by that and by what earlier runs found. The ranking names the 1,000 riskiest and the
 * 1,000 with the highest risk per line, each with the two reasons that weigh most.
 *
 * <p>What the history and the texts tell is kept in the result cache: a second run on the same
 * commit reads neither, and a later one only what is new.
 */
public final class PredictStep implements Step {

  private static final int MOST_FILES = 1_000;

  private static final StepDescription DESCRIPTION =
      StepDescription.of("predict", "Ranks the files by how likely trouble is in them.")
          .producing(ArtifactType.RISK_RANKING)
          .optional();

  @Override
  public StepDescription description() {
    return DESCRIPTION;
  }

  @Override
  public StepResult run(StepContext context) {
    Optional<CommitId> commit = context.snapshot().commit();
    if (commit.isEmpty()) {
      return StepResult.nothingToDo(withoutHistory(context.repository().kind()));
    }
    if (population(context).isEmpty()) {
      return StepResult.nothingToDo("there is no Java file to rank");
    }
    return ranked(Prediction.of(context, commit.get()));
  }

  @Override
  public StepPreview preview(StepContext context) {
    Optional<CommitId> commit = context.snapshot().commit();
    return StepPreview.of(
        commit.isPresent()
            ? "%s by their history up to commit %s"
                .formatted(
                    Counted.of(population(context).size(), "Java file"), commit.get().abbreviated())
            : "nothing: " + withoutHistory(context.repository().kind()));
  }

  private static String withoutHistory(RepositoryKind kind) {
    return kind == RepositoryKind.PLAIN_FOLDER
        ? "there is no history: the folder is in no git repository"
        : "there is no history: the repository has no commits yet";
  }

  private static List<SnapshotFile> population(StepContext context) {
    return Population.of(context.snapshot().files(), context.plan().scope().sources()).stream()
        .filter(file -> context.plan().scope().includes(file.path()))
        .toList();
  }

  private static StepResult ranked(Prediction prediction) {
    RiskRanking ranking = prediction.ranking(MOST_FILES);
    if (ranking.files().isEmpty()) {
      return StepResult.nothingToDo("no Java file can be read");
    }
    RiskyFile first = ranking.files().get(0);
    String summary =
        "%s ranked by %s and %s; riskiest: %s (%s)"
            .formatted(
                Counted.of(prediction.files(), "file"),
                prediction.history(),
                prediction.model(),
                first.path(),
                String.join("; ", first.reasons()));
    return StepResult.done(ranking, summary);
  }
}
