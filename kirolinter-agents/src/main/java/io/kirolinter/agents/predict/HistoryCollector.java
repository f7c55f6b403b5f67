package io.kirolinter.agents.predict;

import io.kirolinter.agents.git.HistoryEntry;
import io.kirolinter.agents.git.HistoryEntry.ChangeKind;
import io.kirolinter.agents.git.HistoryEntry.ChangedPath;
import io.kirolinter.core.source.SourcePath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up the commits of a history, the newest first, for the files that still exist. */
final class HistoryCollector {

  /** After how long a change counts half. */
  static final Duration HALF_LIFE = Duration.ofDays(365);

  private static final Duration RECENT = Duration.ofDays(365);

  /** A commit that touches more sources is a sweep, whatever its subject says. */
  private static final int MOST_FILES_OF_A_FIX = 10;

  private final Set<SourcePath> wanted;
  private final Map<SourcePath, Sum> sums = new HashMap<>();
  private Instant newest = Instant.MIN;
  private int commits;

  HistoryCollector(Set<SourcePath> wanted) {
    this.wanted = wanted;
  }

  void add(HistoryEntry entry) {
    newest = commits == 0 ? entry.at() : newest;
    commits++;
    List<ChangedPath> changes = entry.changes();
    boolean fix = isFix(entry);
    for (ChangedPath change : changes) {
      if (change.kind() != ChangeKind.DELETED && wanted.contains(change.path())) {
        sums.computeIfAbsent(change.path(), path -> new Sum())
            .add(entry.at(), ageOf(entry), changes.size(), fix);
      }
    }
  }

  HistoryFeatures features() {
    List<FileHistory> files =
        sums.entrySet().stream()
            .map(sum -> sum.getValue().of(sum.getKey()))
            .sorted((a, b) -> a.path().compareTo(b.path()))
            .toList();
    return new HistoryFeatures(commits, files);
  }

  /** Clocks of committers differ: a commit may seem newer than the one that follows it. */
  private Duration ageOf(HistoryEntry entry) {
    Duration age = Duration.between(entry.at(), newest);
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static boolean isFix(HistoryEntry entry) {
    long sources = entry.changes().stream().filter(change -> isSource(change.path())).count();
    return sources <= MOST_FILES_OF_A_FIX && FixSubject.matches(entry.subject());
  }

  private static boolean isSource(SourcePath path) {
    return path.value().endsWith(".java");
  }

  /** The sums of one file. */
  private static final class Sum {

    private double focus;
    private double decayedFixes;
    private int changes;
    private int fixes;
    private int recentChanges;
    private int recentFixes;
    private Instant lastChange = Instant.EPOCH;

    void add(Instant at, Duration age, int filesInCommit, boolean fix) {
      double weight = Math.pow(0.5, (double) age.toSeconds() / HALF_LIFE.toSeconds());
      int recent = age.compareTo(RECENT) <= 0 ? 1 : 0;
      focus += weight / filesInCommit;
      changes++;
      recentChanges += recent;
      if (fix) {
        decayedFixes += weight;
        fixes++;
        recentFixes += recent;
      }
      lastChange = at.isAfter(lastChange) ? at : lastChange;
    }

    FileHistory of(SourcePath path) {
      return new FileHistory(
          path, focus, decayedFixes, changes, fixes, recentChanges, recentFixes, lastChange);
    }
  }
}
