package io.kirolinter.agents.predict.window;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.kirolinter.agents.git.GitHistory;
import io.kirolinter.agents.git.GitHistory.Dated;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
    GitHistory git = reading.git(newest);
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
  private record Stop(Dated commit, Optional<Instant> moment) {}

  /** The oldest first. Where there is nothing at a moment, there was nothing before. */
  private static List<Stop> stops(GitHistory git, CommitId newest, Instant end, int most) {
    Instant oldest = end.minus(Window.LENGTH.multipliedBy(most));
    List<Dated> line = git.mainLineSince(oldest.minus(Window.LENGTH));
    List<Stop> stops = new ArrayList<>();
    stops.add(new Stop(new Dated(newest, git.newestAt()), Optional.empty()));
    at(end, line, git).ifPresent(commit -> stops.add(new Stop(commit, Optional.empty())));
    boolean begun = true;
    for (int i = 1; begun && i <= most; i++) {
      Instant moment = end.minus(Window.LENGTH.multipliedBy(i));
      Optional<Dated> there = at(moment, line, git);
      there.ifPresent(commit -> stops.add(new Stop(commit, Optional.of(moment))));
      begun = there.isPresent();
    }
    Collections.reverse(stops);
    return stops;
  }

  private static Optional<Dated> at(Instant moment, List<Dated> line, GitHistory git) {
    return line.stream()
        .filter(commit -> !commit.at().isAfter(moment))
        .findFirst()
        .or(() -> git.mainLineAt(moment));
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
    private final Map<CommitId, CompletableFuture<List<SnapshotFile>>> files;
    private History last = History.empty();
    private int next;

    Walk(List<Stop> stops) {
      this.stops = stops;
      files =
          stops.stream()
              .filter(stop -> stop.moment().isPresent())
              .map(stop -> stop.commit().commit())
              .distinct()
              .collect(toMap(commit -> commit, WindowReading.this::filesAhead));
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
      List<OpenFile> open =
          listed(commit).stream()
              .map(file -> OpenFile.of(file, history.of(file.path()), log))
              .toList();
      return new OpenMoment(at, commit, log, open);
    }

    private List<SnapshotFile> listed(CommitId commit) {
      try {
        return requireNonNull(files.get(commit)).join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  /** Lists the files of a commit while the changes that lead to it are read. */
  private CompletableFuture<List<SnapshotFile>> filesAhead(CommitId commit) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Snapshot snapshot = repository.snapshot(Optional.of(commit))) {
            return Population.of(snapshot.files(), SourceSets.MAIN);
          }
        });
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
