package io.kirolinter.agents.predict;

import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.content.Contents;
import io.kirolinter.agents.predict.history.History;
import io.kirolinter.agents.predict.history.HistoryReading;
import io.kirolinter.agents.predict.model.FeatureTable;
import io.kirolinter.agents.predict.model.FileFacts;
import io.kirolinter.agents.predict.model.RiskModel;
import io.kirolinter.agents.predict.model.RiskModel.Forecast;
import io.kirolinter.core.artifact.RiskRanking;
import io.kirolinter.core.artifact.RiskRanking.RiskyFile;
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

  private final StepContext context;
  private final History history;
  private final Instant now;
  private final List<Candidate> candidates;

  private Prediction(StepContext context, History history, Instant now, List<FileFacts> facts) {
    this.context = context;
    this.history = history;
    this.now = now;
    candidates = candidates(facts);
  }

  static Prediction of(StepContext context, CommitId commit, List<SnapshotFile> files) {
    HistoryReading reading =
        HistoryReading.of(context.repository(), context.progress(), context.cancellation())
            .cachedBy(context.cache());
    History history = reading.upTo(commit);
    return new Prediction(context, history, reading.timeOf(commit), facts(context, history, files));
  }

  private static List<FileFacts> facts(
      StepContext context, History history, List<SnapshotFile> files) {
    Contents contents = new Contents(context.progress(), context.cancellation());
    contents.load(context.cache(), context.repository());
    List<FileFacts> facts = new ArrayList<>();
    for (SnapshotFile file : files) {
      Optional<Content> content = contents.of(context.snapshot(), file);
      content.ifPresent(
          found -> facts.add(new FileFacts(file.path(), found, history.of(file.path()))));
    }
    contents.save(context.cache(), context.repository(), context.snapshot().files());
    return facts;
  }

  private List<Candidate> candidates(List<FileFacts> facts) {
    LearnedFiles learned = LearnedFiles.of(context);
    Forecast forecast = RiskModel.cold().forecast(FeatureTable.of(facts, now));
    return IntStream.range(0, facts.size())
        .mapToObj(
            i ->
                new Candidate(
                    facts.get(i),
                    learned.about(facts.get(i).path().value()),
                    forecast.chance(i),
                    forecast.parts(i)))
        .sorted(Candidate.RISKIEST_FIRST)
        .toList();
  }

  /** {@return how many files there are} */
  int files() {
    return candidates.size();
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
    return new RiskRanking(files, history.commits());
  }
}
