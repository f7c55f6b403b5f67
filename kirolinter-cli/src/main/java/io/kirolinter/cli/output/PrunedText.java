package io.kirolinter.cli.output;

import io.kirolinter.cli.wiring.Leftovers.Tidied;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.workflow.retention.Pruned;
import java.util.Locale;

/** The text of {@code agent prune}. */
public final class PrunedText {

  private PrunedText() {}

  public static String of(Pruned pruned) {
    String deleted =
        "Deleted %s, %s and %s; %s given back to the disk.%n"
            .formatted(
                Counted.of(pruned.runs(), "run"),
                Counted.of(pruned.observations(), "observation"),
                Counted.of(pruned.experiments(), "experiment"),
                size(pruned.bytes()));
    return pruned.runsInUse() == 0
        ? deleted
        : deleted
            + "Kept beyond their time: %s with an open proposal, or files that can be restored.%n"
                .formatted(Counted.of(pruned.runsInUse(), "run"));
  }

  /** {@return a line for each thing that was deleted, or could not be} */
  public static String of(Tidied tidied) {
    StringBuilder text = new StringBuilder();
    tidied.branches().forEach(name -> text.append("Deleted closed branch %s.%n".formatted(name)));
    tidied
        .worktrees()
        .forEach(
            place -> text.append("Removed worktree %s, which a run had left.%n".formatted(place)));
    tidied.troubles().forEach(trouble -> text.append("Note: %s%n".formatted(trouble)));
    return text.toString();
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? bytes / 1_000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
