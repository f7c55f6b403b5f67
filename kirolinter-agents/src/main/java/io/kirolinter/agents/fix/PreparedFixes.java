package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.FixedFile;
import io.kirolinter.core.artifact.FixSet;
import io.kirolinter.core.artifact.FixSet.AppliedFix;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.source.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fixes that passed every check, in memory.
 *
 * @param fixes what is applied, and what was dropped and why
 * @param files the files that change, ordered by path
 * @param leftAlone files that could be fixed but must not be written to, each with the reason
 */
public record PreparedFixes(
    FixOffer offer, FixSet fixes, List<FixedFile> files, Map<SourcePath, String> leftAlone) {

  public PreparedFixes {
    requireNonNull(offer, "offer");
    requireNonNull(fixes, "fixes");
    files = List.copyOf(files);
    leftAlone = new TreeMap<>(leftAlone);
  }

  /** {@return all changes as one patch that {@code git apply} takes; empty for none} */
  public String diff() {
    return files.stream().map(FixedFile::unifiedDiff).collect(Collectors.joining());
  }

  /** {@return the findings that are still there afterwards} */
  public List<Finding> left() {
    Set<Fingerprint> fixed =
        fixes.changes().stream()
            .flatMap(change -> change.fixes().stream())
            .map(AppliedFix::fingerprint)
            .collect(Collectors.toSet());
    return offer.report().findings().stream()
        .filter(finding -> !fixed.contains(finding.fingerprint()))
        .toList();
  }
}
