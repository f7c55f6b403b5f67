package io.kirolinter.agents.predict.window;

import io.kirolinter.agents.predict.content.Content;
import io.kirolinter.agents.predict.content.Contents;
import io.kirolinter.agents.predict.history.Change;
import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.agents.predict.metric.Outcome;
import io.kirolinter.agents.predict.model.FeatureTable;
import io.kirolinter.agents.predict.model.FileFacts;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a past moment, and which of them were fixed in the half-year after. Their texts are
 * not read yet.
 */
public final class PastMoment {

  private final Instant at;
  private final CommitId commit;
  private final Instant begin;
  private final List<PastFile> files;

  /** A file as it was, and what became of it. */
  record PastFile(
      SnapshotFile file, FileHistory history, List<Change> changes, boolean fixedAfterwards) {

    PastFile {
      changes = List.copyOf(changes);
    }
  }

  PastMoment(Instant at, CommitId commit, Instant begin, List<PastFile> files) {
    this.at = at;
    this.commit = commit;
    this.begin = begin;
    this.files = List.copyOf(files);
  }

  public Instant at() {
    return at;
  }

  public int files() {
    return files.size();
  }

  /** {@return how many were fixed afterwards} */
  public int positives() {
    return (int) files.stream().filter(PastFile::fixedAfterwards).count();
  }

  /**
   * {@return all that is known, once the texts are read; a file whose text is missing is left out}
   */
  public Window window(Repository repository, Contents contents) {
    List<PastFile> read = new ArrayList<>();
    List<FileFacts.Alone> alone = new ArrayList<>();
    try (Snapshot snapshot = repository.snapshot(Optional.of(commit))) {
      for (PastFile one : files) {
        Optional<Content> content = contents.of(snapshot, one.file());
        if (content.isPresent()) {
          read.add(one);
          alone.add(new FileFacts.Alone(one.file().path(), content.get(), one.history()));
        }
      }
    }
    List<FileFacts> facts = FileFacts.of(alone);
    return new Window(at, FeatureTable.of(facts, at), outcome(read, facts), baselines(read, facts));
  }

  private static Outcome outcome(List<PastFile> read, List<FileFacts> facts) {
    boolean[] happened = new boolean[read.size()];
    long[] lines = new long[read.size()];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = read.get(i).fixedAfterwards();
      lines[i] = facts.get(i).content().lines();
    }
    return new Outcome(happened, lines);
  }

  private Map<Baseline, double[]> baselines(List<PastFile> read, List<FileFacts> facts) {
    Map<Baseline, double[]> scores = new EnumMap<>(Baseline.class);
    for (Baseline baseline : Baseline.values()) {
      double[] of = new double[read.size()];
      for (int i = 0; i < of.length; i++) {
        of[i] = baseline.score(facts.get(i).content().lines(), read.get(i).changes(), begin, at);
      }
      scores.put(baseline, of);
    }
    return scores;
  }
}
