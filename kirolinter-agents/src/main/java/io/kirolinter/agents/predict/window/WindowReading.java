package io.kirolinter.agents.predict.window;

import io.kirolinter.agents.git.GitHistory;
import io.kirolinter.agents.git.GitHistory.Detail;
import io.kirolinter.agents.git.GitHistory.Renames;
import io.kirolinter.agents.predict.history.Change;
import io.kirolinter.agents.predict.history.FileHistory;
import io.kirolinter.agents.predict.history.History;
import io.kirolinter.agents.predict.history.HistoryReading;
import io.kirolinter.agents.predict.window.PastMoment.PastFile;
import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads what a repository was at moments half a year apart. A moment sees what had been merged by
 * then, and nothing of what came later.
 */
public final class WindowReading {

  private final Repository repository;
  private final HistoryReading reading;

  public WindowReading(Repository repository, HistoryReading reading) {
    this.repository = repository;
    this.reading = reading;
  }

  /**
   * What a reading brought.
   *
   * @param moments whose half-year is over, the oldest first
   * @param history of the newest commit
   * @param linesKnown whether the lines of changes could be told
   */
  public record Past(List<PastMoment> moments, History history, boolean linesKnown) {

    public Past {
      moments = List.copyOf(moments);
    }
  }

  /**
   * {@return the past of a commit}
   *
   * @param end the half-year after the newest moment ends here
   * @param most how many moments at most; fewer if the repository is younger
   * @param detail whether the lines of changes are told
   */
  public Past read(CommitId newest, Instant end, int most, Detail detail) {
    GitHistory git = GitHistory.of(repository, newest);
    List<Stop> stops = stops(git, newest, end, most);
    if (git.isPartial()) {
      return walked(stops, Renames.IDENTICAL, Detail.NAMES);
    }
    try {
      return walked(stops, Renames.SIMILAR, detail);
    } catch (WorkFailedException e) {
      return withMissingContents(stops);
    }
  }

  /** Lines need the contents of all files, renames only those of files that came and went. */
  private Past withMissingContents(List<Stop> stops) {
    try {
      return walked(stops, Renames.SIMILAR, Detail.NAMES);
    } catch (WorkFailedException e) {
      return walked(stops, Renames.IDENTICAL, Detail.NAMES);
    }
  }

  /** A commit to stop at, and the moment that it stands for; empty for what only comes after. */
  private record Stop(CommitId commit, Optional<Instant> moment) {}

  private static List<Stop> stops(GitHistory git, CommitId newest, Instant end, int most) {
    List<Stop> stops = new ArrayList<>();
    IntStream.iterate(most, i -> i > 0, i -> i - 1)
        .mapToObj(i -> end.minus(Window.LENGTH.multipliedBy(i)))
        .forEach(
            moment ->
                git.mainLineAt(moment)
                    .ifPresent(commit -> stops.add(new Stop(commit, Optional.of(moment)))));
    git.mainLineAt(end).ifPresent(commit -> stops.add(new Stop(commit, Optional.empty())));
    stops.add(new Stop(newest, Optional.empty()));
    return stops;
  }

  private Past walked(List<Stop> stops, Renames renames, Detail detail) {
    Walk walk = new Walk(stops);
    reading.walk(stops.stream().map(Stop::commit).toList(), renames, detail, walk);
    return new Past(
        walk.open.stream().map(OpenMoment::closed).toList(), walk.last, detail == Detail.LINES);
  }

  /** Opens a moment at its stop. */
  private final class Walk implements HistoryReading.Visitor {

    private final List<OpenMoment> open = new ArrayList<>();
    private final List<Stop> stops;
    private final ChangeLog log = new ChangeLog();
    private History last = History.empty();
    private int next;

    Walk(List<Stop> stops) {
      this.stops = stops;
    }

    @Override
    public void changed(FileHistory file, Change change) {
      log.add(file, change);
    }

    @Override
    public void reached(CommitId commit, History history) {
      stops.get(next++).moment().map(at -> moment(at, commit, history)).ifPresent(open::add);
      last = history;
    }

    private OpenMoment moment(Instant at, CommitId commit, History history) {
      try (Snapshot snapshot = repository.snapshot(Optional.of(commit))) {
        List<OpenFile> files =
            Population.of(snapshot.files(), SourceSets.MAIN).stream()
                .map(file -> OpenFile.of(file, history.of(file.path()), log))
                .toList();
        return new OpenMoment(at, commit, log, files);
      }
    }
  }

  /**
   * A file whose history goes on.
   *
   * @param changes how many there had been
   */
  private record OpenFile(SnapshotFile file, FileHistory then, FileHistory live, int changes) {

    static OpenFile of(SnapshotFile file, FileHistory live, ChangeLog log) {
      return new OpenFile(file, live.copy(), live, log.of(live).size());
    }
  }

  /** A fix counts for when it was made, which may be long before a branch brought it in. */
  private record OpenMoment(Instant at, CommitId commit, ChangeLog log, List<OpenFile> files) {

    PastMoment closed() {
      return new PastMoment(at, commit, log.begin(at), files.stream().map(this::closed).toList());
    }

    private PastFile closed(OpenFile file) {
      List<Change> all = log.of(file.live());
      return new PastFile(
          file.file(),
          file.then(),
          all.subList(0, file.changes()),
          all.stream().anyMatch(this::isFixHere));
    }

    private boolean isFixHere(Change change) {
      long end = at.plus(Window.LENGTH).getEpochSecond();
      return change.isFix() && change.second() > at.getEpochSecond() && change.second() <= end;
    }
  }
}
