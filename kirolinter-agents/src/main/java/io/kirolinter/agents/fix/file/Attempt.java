package io.kirolinter.agents.fix.file;

import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some fixes of one rule, put into a file on trial. */
final class Attempt {

  private final FileVersion before;
  private final List<Target> targets;
  private final Supplier<FileVersion> parsing;
  private @Nullable FileVersion after;

  /**
   * Plans the trial.
   *
   * @param parsing applies the fixes; may throw whatever a compiler throws on odd sources
   */
  Attempt(FileVersion before, List<Target> targets, Supplier<FileVersion> parsing) {
    this.before = before;
    this.targets = List.copyOf(targets);
    this.parsing = parsing;
  }

  FileVersion before() {
    return before;
  }

  /** {@return the file with the fixes; only to be asked for once it is known to parse} */
  FileVersion after() {
    if (after == null) {
      after = parsing.get();
    }
    return after;
  }

  List<Target> targets() {
    return targets;
  }

  /** {@return the edits of all fixes, in order} */
  List<TextEdit> edits() {
    return targets.stream().flatMap(target -> target.edits().stream()).sorted().toList();
  }

  boolean isSafe() {
    return targets.stream().allMatch(target -> target.fix().level() == FixLevel.SAFE);
  }
}
