package io.kirolinter.cli.output;

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

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? bytes / 1_000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
