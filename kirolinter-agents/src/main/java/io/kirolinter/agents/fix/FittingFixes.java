package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.FileChange;
import io.kirolinter.agents.fix.file.FileTask;
import io.kirolinter.core.artifact.FixSet.DropCause;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * As many fixes as the limits allow, file by file in the order of the findings. Of a file that does
 * not fit as a whole, its first fixes are taken. What comes after the limits is not even tried.
 */
final class FittingFixes {

  /** Files that do not fit, after which it is not worth looking for a smaller one. */
  private static final int MOST_MISSES = 5;

  private static final int MOST_AT_ONCE = 32;

  private final FileFixing fixing;
  private final FixLimits limits;
  private final Map<SourcePath, FileTask> tasks = new TreeMap<>();
  private final Map<SourcePath, FileChange> changes = new TreeMap<>();
  private final List<DroppedFix> oversized = new ArrayList<>();
  private final Set<SourcePath> tried = new HashSet<>();
  private int waiting;
  private int fixes;
  private int lines;
  private int files;
  private int misses;

  private FittingFixes(FileFixing fixing, FixLimits limits) {
    this.fixing = fixing;
    this.limits = limits;
  }

  /**
   * {@return the fixes that fit}
   *
   * @param fixable the most urgent first
   */
  static FittingFixes of(FileFixing fixing, List<Finding> fixable, FixLimits limits) {
    FittingFixes fitting = new FittingFixes(fixing, limits);
    Map<SourcePath, List<Finding>> byFile = new LinkedHashMap<>();
    fixable.forEach(one -> byFile.computeIfAbsent(one.path(), any -> new ArrayList<>()).add(one));
    fitting.take(new ArrayList<>(byFile.values()));
    return fitting;
  }

  Map<SourcePath, FileTask> tasks() {
    return tasks;
  }

  /** {@return what becomes of the files that were tried and fit} */
  Map<SourcePath, FileChange> changes() {
    return changes;
  }

  /** {@return fixes that do not fit into the limits even by themselves} */
  List<DroppedFix> oversized() {
    return oversized;
  }

  /** {@return how many findings were not tried, or tried in vain for want of room} */
  int waiting() {
    return waiting;
  }

  boolean isTried(Finding finding) {
    return tried.contains(finding.path());
  }

  private void take(List<List<Finding>> byFile) {
    int next = 0;
    while (next < byFile.size() && hasRoom()) {
      int end = Math.min(byFile.size(), next + Math.min(MOST_AT_ONCE, limits.mostFiles() - files));
      Map<SourcePath, FileTask> batch =
          fixing.tasks(byFile.subList(next, end).stream().flatMap(List::stream).toList());
      fixing.fix(batch.values()); // many at once; one by one they are remembered
      for (; next < end && hasRoom(); next++) {
        FileTask task = batch.get(byFile.get(next).get(0).path());
        tried.add(byFile.get(next).get(0).path());
        if (task != null) {
          take(task);
        }
      }
    }
    byFile.subList(next, byFile.size()).forEach(rest -> waiting += rest.size());
  }

  private boolean hasRoom() {
    return files < limits.mostFiles()
        && fixes < limits.mostFixes()
        && lines < limits.mostLines()
        && misses < MOST_MISSES;
  }

  private void take(FileTask whole) {
    FileTask task = whole;
    int fitting = longestFitting(task);
    while (fitting == 0 && fixes == 0 && !task.wanted().isEmpty()) {
      oversized.add(tooLarge(task.wanted().get(0)));
      task = task.withWanted(task.wanted().subList(1, task.wanted().size()));
      fitting = longestFitting(task);
    }
    int left = task.wanted().size() - fitting;
    waiting += left;
    misses += left > 0 || fitting == 0 ? 1 : 0;
    if (fitting > 0) {
      add(task.withWanted(task.wanted().subList(0, fitting)));
    }
  }

  private void add(FileTask task) {
    FileChange change = changeOf(task);
    tasks.put(change.path(), task);
    changes.put(change.path(), change);
    fixes += (int) change.fixes().count();
    lines += limits.lines().isPresent() ? change.changedLines() : 0;
    files += change.isChanged() ? 1 : 0;
  }

  /** {@return how many of the first findings of a file fit} */
  private int longestFitting(FileTask task) {
    int fits = 0;
    int tooMany = task.wanted().size() + 1;
    int probe = tooMany - 1;
    while (tooMany - fits > 1) {
      if (fits(changeOf(task.withWanted(task.wanted().subList(0, probe))))) {
        fits = probe;
      } else {
        tooMany = probe;
      }
      probe = (fits + tooMany) >>> 1;
    }
    return fits;
  }

  /** Fixes that follow from others count too. */
  private boolean fits(FileChange change) {
    return fixes + change.fixes().count() <= limits.mostFixes()
        && (limits.lines().isEmpty() || lines + change.changedLines() <= limits.mostLines());
  }

  private FileChange changeOf(FileTask task) {
    return requireNonNull(fixing.fix(List.of(task)).get(task.file().path()));
  }

  private DroppedFix tooLarge(Finding finding) {
    return new DroppedFix(
        finding.rule(),
        finding.fingerprint(),
        finding.path(),
        finding.range().startLine(),
        DropCause.NOT_POSSIBLE_NOW,
        "the fix by itself is larger than the limits allow: with all that follows from it, it"
            + " changes more than %s".formatted(limitText()));
  }

  private String limitText() {
    return limits.lines().isPresent()
        ? limits.mostLines() + " lines (--max-lines sets the limit)"
        : limits.mostFixes() + " places (--max-fixes sets the limit)";
  }
}
