package io.kirolinter.agents.predict;

import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.content.Contents;
import io.kirolinter.agents.predict.history.History;
import io.kirolinter.agents.predict.history.HistoryReading;
import io.kirolinter.agents.predict.model.FeatureTable;
import io.kirolinter.agents.predict.model.FileFacts;
import io.kirolinter.agents.predict.model.RiskModel;
import io.kirolinter.agents.predict.model.RiskModel.Forecast;
import io.kirolinter.agents.predict.window.Population;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.step.StepContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What is predicted of the files of one run. */
final class Prediction {

  private final OwnPast past;
  private final int commits;
  private final boolean shallow;
  private final Instant now;
  private final List<Candidate> candidates;

  private Prediction(
      OwnPast past, int commits, boolean shallow, Instant now, List<Candidate> candidates) {
    this.past = past;
    this.commits = commits;
    this.shallow = shallow;
    this.now = now;
    this.candidates = candidates;
  }

  /** Compares all files of the code with each other, also those that are not in the scope. */
  static Prediction of(StepContext context, CommitId commit) {
    HistoryReading reading =
        HistoryReading.of(context.repository(), context.progress(), context.cancellation())
            .cachedBy(context.cache());
    OwnPast past = OwnPast.of(context, commit, reading);
    History history = reading.upTo(commit);
    Instant now = reading.timeOf(commit);
    List<Candidate> all = candidates(context, facts(context, history), past, now);
    return new Prediction(
        past,
        history.commits(),
        reading.git(commit).isShallow(),
        now,
        all.stream().filter(one -> context.plan().scope().includes(one.path())).toList());
  }

  private static List<FileFacts> facts(StepContext context, History history) {
    List<SnapshotFile> files =
        Population.of(context.snapshot().files(), context.plan().scope().sources());
    Contents contents = new Contents(context.progress(), context.cancellation());
    contents.load(context.cache(), context.repository());
    List<FileFacts.Alone> alone = new ArrayList<>();
    for (SnapshotFile file : files) {
      Optional<Content> content = contents.of(context.snapshot(), file);
      content.ifPresent(
          found -> alone.add(new FileFacts.Alone(file.path(), found, history.of(file.path()))));
    }
    contents.save(context.cache(), context.repository(), files);
    return FileFacts.of(alone);
  }

  private static List<Candidate> candidates(
      StepContext context, List<FileFacts> facts, OwnPast past, Instant now) {
    LearnedFiles learned = LearnedFiles.of(context);
    Forecast forecast =
        past.model().orElseGet(RiskModel::cold).forecast(FeatureTable.of(facts, now));
    double[] risks = forecast.risks();
    double[] chances =
        past.baseRate().isPresent() ? forecast.chances(past.baseRate().getAsDouble()) : risks;
    return IntStream.range(0, facts.size())
        .mapToObj(
            i ->
                new Candidate(
                    facts.get(i),
                    learned.about(facts.get(i).path().value()),
                    risks[i],
                    chances[i],
                    forecast.parts(i)))
        .sorted(Candidate.RISKIEST_FIRST)
        .toList();
  }

  /** {@return how many files there are} */
  int files() {
    return candidates.size();
  }

  /** {@return by how much of the history it is} */
  String history() {
    return Counted.of(commits, "commit")
        + (shallow ? ", as the clone is shallow ('git fetch --unshallow' brings the others)," : "");
  }

  /** {@return which model it is by} */
  String model() {
    return past.model().isPresent()
        ? "the model that was fitted on this repository"
        : "the model that was fitted on other repositories";
  }

  /**
   * {@return the ranking}
   *
   * @param most how many of the riskiest it names, and how many of those with the highest risk per
   *     line
   */
  RiskRanking ranking(int most) {
    Set<Candidate> named = new LinkedHashSet<>(candidates.subList(0, Math.min(most, files())));
    candidates.stream()
        .sorted(Comparator.comparingDouble(Candidate::riskPerLine).reversed())
        .limit(most)
        .forEach(named::add);
    RiskReasons reasons = new RiskReasons(candidates, now);
    List<RiskyFile> files =
        named.stream().sorted(Candidate.RISKIEST_FIRST).map(reasons::explain).toList();
    return new RiskRanking(files, commits);
  }
}
