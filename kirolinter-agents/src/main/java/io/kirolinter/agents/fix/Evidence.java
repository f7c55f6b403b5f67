package io.kirolinter.agents.fix;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.agents.review.QuarantineKey;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.artifact.FixSet.Failure;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Completes what is known about fixes that failed a gate. */
final class Evidence {

  private static final int MOST_CHARS = 4_000;
  private static final String IN_THE_FILE =
      "with the other fixes of its rule in the file, then by halves";

  private final Snapshot snapshot;
  private final Map<Fingerprint, Finding> findings;
  private final String rulesVersion;
  private final Optional<String> verifyCommand;

  /**
   * Uses what the fixes were made from.
   *
   * @param findings whose fixes were tried
   * @param rulesVersion a text that changes with the rules
   */
  Evidence(
      Snapshot snapshot,
      List<Finding> findings,
      String rulesVersion,
      Optional<String> verifyCommand) {
    this.snapshot = snapshot;
    this.findings =
        findings.stream()
            .collect(Collectors.toMap(Finding::fingerprint, Function.identity(), (a, b) -> a));
    this.rulesVersion = rulesVersion;
    this.verifyCommand = verifyCommand;
  }

  FixSet addedTo(FixSet fixes) {
    return fixes.withDropped(fixes.dropped().stream().map(this::completed).toList());
  }

  private DroppedFix completed(DroppedFix fix) {
    return fix.isQuarantined()
        ? snapshot.file(fix.path()).map(file -> completed(fix, file)).orElse(fix)
        : fix;
  }

  private DroppedFix completed(DroppedFix fix, SnapshotFile file) {
    String tried = fix.failure().map(Failure::tried).orElse(IN_THE_FILE);
    String conditions = QuarantineKey.of(rulesVersion, file.hash(), verifyCommand);
    return fix.withFailure(new Failure(tried, diff(fix, file), conditions));
  }

  /** One that follows from other fixes has no change of its own in the first text. */
  private String diff(DroppedFix fix, SnapshotFile file) {
    return Optional.ofNullable(findings.get(fix.fingerprint()))
        .flatMap(Finding::fix)
        .flatMap(
            wanted ->
                SourceText.decode(snapshot.read(file))
                    .map(before -> diff(file, before, () -> before.edited(wanted.edits()))))
        .orElse("");
  }

  private static String diff(
      SnapshotFile file, SourceText before, java.util.function.Supplier<SourceText> after) {
    try {
      return shortened(Redaction.of(new FixedFile(file, before, after.get()).unifiedDiff()));
    } catch (IllegalArgumentException e) {
      return ""; // edits that cannot even be made, which is why they were dropped
    }
  }

  private static String shortened(String diff) {
    return diff.length() <= MOST_CHARS ? diff : diff.substring(0, MOST_CHARS) + "\n…\n";
  }
}
