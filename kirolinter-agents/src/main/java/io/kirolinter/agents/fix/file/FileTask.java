package io.kirolinter.agents.fix.file;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file that is to be fixed.
 *
 * @param wanted findings of this text whose fixes are wanted; what follows from them is fixed too
 * @param level fixes up to this level are applied: safe ones, or unsafe ones too
 * @param excluded findings whose fixes must not be applied, even if they follow from wanted ones
 */
public record FileTask(
    SnapshotFile file,
    SourceText text,
    List<Finding> wanted,
    FixLevel level,
    Set<Fingerprint> excluded) {

  public FileTask {
    requireNonNull(file, "file");
    requireNonNull(text, "text");
    wanted = List.copyOf(wanted);
    excluded = Set.copyOf(excluded);
    if (level.compareTo(FixLevel.UNSAFE) > 0) {
      throw new IllegalArgumentException("fixes to apply are safe or unsafe, was " + level);
    }
  }

  public FileTask withWanted(List<Finding> others) {
    return new FileTask(file, text, others, level, excluded);
  }

  /** {@return the same task with more fixes left out} */
  public FileTask excluding(Set<Fingerprint> more) {
    Set<Fingerprint> all = new HashSet<>(excluded);
    all.addAll(more);
    return new FileTask(file, text, wanted, level, all);
  }
}
