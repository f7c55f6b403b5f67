package io.kirolinter.agents.predict.history;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.git.GitHistory;
import io.kirolinter.agents.git.GitHistory.Dated;
import io.kirolinter.agents.git.GitHistory.Detail;
import io.kirolinter.agents.git.GitHistory.Renames;
import io.kirolinter.agents.git.HistoryEntry;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.store.ResultCache;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what the commits of a repository tell, the oldest first. What was read is kept under its
 * newest commit; a later reading goes on from there if that commit is part of the history still.
 * For one thread at a time.
 */
public final class HistoryReading {

  /** Of a longer history, its newest commits are read. */
  private static final int LONGEST = 300_000;

  private static final int COMMITS_PER_UPDATE = 500;

  private final Repository repository;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Optional<ResultCache> cache;
  private final Map<CommitId, GitHistory> asked = new HashMap<>();
  private final Map<CommitId, History> read = new HashMap<>();

  private HistoryReading(
      Repository repository,
      Progress progress,
      Cancellation cancellation,
      Optional<ResultCache> cache) {
    this.repository = requireNonNull(repository, "repository");
    this.progress = progress;
    this.cancellation = cancellation;
    this.cache = cache;
  }

  /** {@return the commits that lead to one, which answers each question once} */
  public GitHistory git(CommitId newest) {
    return asked.computeIfAbsent(newest, commit -> GitHistory.of(repository, commit));
  }

  /** {@return a reading that keeps nothing} */
  public static HistoryReading of(
      Repository repository, Progress progress, Cancellation cancellation) {
    return new HistoryReading(repository, progress, cancellation, Optional.empty());
  }

  public HistoryReading cachedBy(ResultCache kept) {
    return new HistoryReading(repository, progress, cancellation, Optional.of(kept));
  }

  /**
   * {@return the history that leads to a commit}
   *
   * <p>That of a shallow clone is not kept: it may be deepened at any time.
   */
  public History upTo(CommitId newest) {
    History done = read.get(newest);
    return done == null ? kept(git(newest), newest) : done;
  }

  private History kept(GitHistory git, CommitId newest) {
    Optional<HistorySlots> slots = slots(git);
    Optional<StoredHistory> known = slots.flatMap(kept -> known(kept, git, newest));
    if (known.isPresent() && known.get().commit().equals(newest)) {
      return History.of(known.get());
    }
    Instant latest = git.newestAt();
    History history = read(git, known, latest);
    slots.ifPresent(kept -> kept.put(history, newest, latest));
    return history;
  }

  /** Keeps a history that was read in another way. */
  public void keep(History history, CommitId newest) {
    read.put(newest, history);
    GitHistory git = git(newest);
    slots(git).ifPresent(kept -> kept.put(history, newest, git.newestAt()));
  }

  private Optional<HistorySlots> slots(GitHistory git) {
    return cache
        .filter(any -> !git.isShallow())
        .map(any -> new HistorySlots(any, repository.id().value()));
  }

  /** {@return when a commit was made} */
  public Instant timeOf(CommitId commit) {
    return git(commit).newestAt();
  }

  private static Optional<StoredHistory> known(HistorySlots kept, GitHistory git, CommitId newest) {
    return kept.longest(newest::equals).or(() -> kept.longest(git::contains));
  }

  /** Where a content is missing, as in a partial clone, files are compared by their hashes only. */
  private History read(GitHistory git, Optional<StoredHistory> known, Instant latest) {
    if (git.isPartial()) {
      return read(git, known, latest, Renames.IDENTICAL);
    }
    try {
      return read(git, known, latest, Renames.SIMILAR);
    } catch (WorkFailedException e) {
      return read(git, known, latest, Renames.IDENTICAL);
    }
  }

  private History read(
      GitHistory git, Optional<StoredHistory> known, Instant latest, Renames renames) {
    History history = known.map(History::of).orElseGet(History::new);
    GitHistory all =
        git.limitedTo(LONGEST).oldestFirst().ofFiles(".java").telling(renames, Detail.NAMES);
    known
        .map(StoredHistory::commit)
        .map(all::after)
        .orElse(all)
        .read(
            entry -> {
              history.add(entry, latest);
              tell(history);
            },
            cancellation);
    return history;
  }

  private void tell(History history) {
    if (history.commits() % COMMITS_PER_UPDATE == 0) {
      progress.update("commits", history.commits(), 0);
    }
  }

  /** Hears of a history while it is read. */
  public interface Visitor {

    /** Hears of the change of a file, after it was counted. */
    void changed(FileHistory file, Change change);

    /** Hears that all is read that leads to a stop. */
    void reached(CommitId stop, History history);
  }

  /**
   * Reads the history from its beginning, stop by stop, and keeps nothing. A commit counts for the
   * first stop that it leads to: what a branch did counts from when it was merged.
   *
   * @param stops each part of the history of the next one
   * @param detail what is told of changes
   */
  public void walk(List<Dated> stops, Renames renames, Detail detail, Visitor visitor) {
    History history = new History();
    git(stops.get(stops.size() - 1).commit())
        .limitedTo(LONGEST)
        .ofFiles(".java")
        .telling(renames, detail)
        .read(
            stops,
            new GitHistory.StageReader() {
              @Override
              public void read(HistoryEntry entry, Dated stop) {
                history.add(entry, stop.at(), visitor);
                tell(history);
              }

              @Override
              public void reached(Dated stop) {
                visitor.reached(stop.commit(), history);
              }
            },
            cancellation);
  }
}
