package io.kirolinter.agents.predict;

import io.kirolinter.agents.review.SourceSelection;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.step.Step;
import io.kirolinter.core.step.StepContext;
import io.kirolinter.core.step.StepDescription;
import io.kirolinter.core.step.StepPreview;
import io.kirolinter.core.step.StepResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Step {@code predict}: ranks the Java files of the base commit by how likely trouble is in them,
 * from the newest 20,000 commits, the size of the files, and what earlier runs found in them. The
 * ranking names the 1,000 riskiest, each with the two reasons that weigh most.
 *
 * <p>What the history tells is kept in the result cache under the name of the commit, so that a
 * second run on the same commit reads no history. Files are known by their paths of today: what
 * happened to a file before it was renamed does not count.
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
    List<SnapshotFile> files = population(context);
    if (files.isEmpty()) {
      return StepResult.nothingToDo("there is no Java file to rank");
    }
    HistoryFeatures features = new CachedHistory(context, commit.get()).features();
    return ranked(candidates(context, files, features), features.commits());
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
    return context.snapshot().files().stream()
        .filter(file -> file.path().value().endsWith(".java"))
        .filter(SourceSelection.of(context.plan().scope().sources()))
        .filter(file -> context.plan().scope().includes(file.path()))
        .toList();
  }

  private static List<Candidate> candidates(
      StepContext context, List<SnapshotFile> files, HistoryFeatures features) {
    Map<SourcePath, FileHistory> history = features.byPath();
    LearnedFiles learned = LearnedFiles.of(context);
    return files.stream()
        .map(
            file ->
                new Candidate(
                    file,
                    history.getOrDefault(file.path(), FileHistory.none(file.path())),
                    learned.about(file.path().value())))
        .toList();
  }

  private static StepResult ranked(List<Candidate> candidates, int commits) {
    RiskReasons reasons = new RiskReasons(candidates);
    List<RiskyFile> files =
        RiskModel.weigh(candidates).stream().limit(MOST_FILES).map(reasons::explain).toList();
    RiskyFile first = files.get(0);
    String summary =
        "%s ranked by %s; riskiest: %s (%s)"
            .formatted(
                Counted.of(candidates.size(), "file"),
                Counted.of(commits, "commit"),
                first.path(),
                String.join("; ", first.reasons()));
    return StepResult.done(new RiskRanking(files, commits), summary);
  }
}
