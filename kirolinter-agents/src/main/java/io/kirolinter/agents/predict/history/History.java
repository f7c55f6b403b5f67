package io.kirolinter.agents.predict.history;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.kirolinter.agents.git.HistoryEntry;
import io.kirolinter.agents.git.HistoryEntry.ChangeKind;
import io.kirolinter.agents.git.HistoryEntry.ChangedPath;
import io.kirolinter.agents.predict.history.HistoryReading.Visitor;
import io.kirolinter.agents.review.SourceSelection;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.SourcePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java files of a repository as its commits tell of them, from the first one on. To be used by
 * one thread at a time.
 *
 * <p>A file keeps its history when it is renamed, also for commits of another branch that still
 * name it as before. A deleted one that comes back goes on. Paths are kept as hashes: nothing of
 * what is kept is text.
 */
public final class History {

  /** A commit that changes more main files is a sweep, whatever its message says. */
  private static final int MOST_FILES_OF_A_FIX = 10;

  private static final Visitor NOBODY =
      new Visitor() {
        @Override
        public void changed(FileHistory file, Change change) {}

        @Override
        public void reached(CommitId stop, History history) {}
      };

  /** A file, and where it was last seen. */
  private static final class Known {
    private final FileHistory file;
    private long place;

    Known(FileHistory file, long place) {
      this.file = file;
      this.place = place;
    }
  }

  private final Map<Long, Known> byPath;
  private int commits;

  History() {
    this(new HashMap<>(), 0);
  }

  private History(Map<Long, Known> byPath, int commits) {
    this.byPath = byPath;
    this.commits = commits;
  }

  /** {@return what is known before any commit is read} */
  public static History empty() {
    return new History();
  }

  /** {@return how many commits were read} */
  public int commits() {
    return commits;
  }

  /** {@return what is known of the file that is, or was, at a path} */
  public FileHistory of(SourcePath path) {
    Known known = byPath.get(hash(path));
    return known == null ? FileHistory.none() : known.file;
  }

  /**
   * Adds a commit, none of whose children were added.
   *
   * @param latest the moment of the newest commit of the reading: none is later
   */
  void add(HistoryEntry entry, Instant latest) {
    add(entry, latest, NOBODY);
  }

  /** Adds a commit, and tells a visitor which files it changed. */
  void add(HistoryEntry entry, Instant latest, Visitor visitor) {
    commits++;
    List<ChangedPath> touched = new ArrayList<>();
    List<FileHistory> files = new ArrayList<>();
    for (ChangedPath changed : entry.changes()) {
      if (changed.kind() != ChangeKind.DELETED) {
        Known known = place(changed);
        if (!changed.isMovedOnly()) {
          touched.add(changed);
          files.add(known.file);
        }
      }
    }
    int mainFiles = mainFiles(touched);
    boolean fix = mainFiles <= MOST_FILES_OF_A_FIX && FixCommit.matches(entry);
    long second = Change.second(entry.at(), latest);
    for (int i = 0; i < files.size(); i++) {
      Change change =
          new Change(second, hash(entry.author()), mainFiles, fix, touched.get(i).lines());
      files.get(i).add(change);
      visitor.changed(files.get(i), change);
    }
  }

  private static int mainFiles(List<ChangedPath> touched) {
    long files = touched.stream().map(ChangedPath::path).filter(SourceSelection::isMain).count();
    return (int) Math.max(1, files);
  }

  private Known place(ChangedPath changed) {
    long now = hash(changed.path());
    return switch (changed.kind()) {
      case RENAMED -> moved(changed.from().map(History::hash).orElse(now), now);
      case ADDED -> added(now);
      default -> byPath.computeIfAbsent(now, any -> fresh(now));
    };
  }

  /** The old place keeps leading to the file, for commits of branches that do not know the new. */
  private Known moved(long before, long now) {
    Known known = byPath.computeIfAbsent(before, any -> fresh(before));
    known.place = now;
    byPath.put(now, known);
    return known;
  }

  /** Where a file was moved away, another one begins. */
  private Known added(long now) {
    Known there = byPath.get(now);
    if (there != null && there.place == now) {
      return there;
    }
    Known fresh = fresh(now);
    byPath.put(now, fresh);
    return fresh;
  }

  private static Known fresh(long place) {
    return new Known(new FileHistory(), place);
  }

  private static long hash(SourcePath path) {
    return hash(path.value());
  }

  private static long hash(String text) {
    return Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asLong();
  }

  /** {@return all that is to be kept, as of a commit} */
  StoredHistory stored(CommitId commit, Instant at) {
    IdentityHashMap<FileHistory, Integer> numbers = new IdentityHashMap<>();
    List<Known> files = new ArrayList<>();
    long[] paths = byPath.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] fileOf = new int[paths.length];
    for (int i = 0; i < paths.length; i++) {
      Known known = requireNonNull(byPath.get(paths[i]));
      fileOf[i] =
          numbers.computeIfAbsent(
              known.file,
              file -> {
                files.add(known);
                return files.size() - 1;
              });
    }
    return new StoredHistory(
        commit,
        commits,
        paths,
        fileOf,
        files.stream().mapToLong(known -> known.place).toArray(),
        files.stream().map(known -> known.file.stored(at)).toList());
  }

  static History of(StoredHistory stored) {
    Map<Long, Known> byPath = new HashMap<>();
    List<Known> files = new ArrayList<>();
    for (int i = 0; i < stored.files().size(); i++) {
      files.add(new Known(FileHistory.of(stored.files().get(i)), stored.places()[i]));
    }
    for (int i = 0; i < stored.paths().length; i++) {
      byPath.put(stored.paths()[i], files.get(stored.fileOf()[i]));
    }
    return new History(byPath, stored.commits());
  }
}
