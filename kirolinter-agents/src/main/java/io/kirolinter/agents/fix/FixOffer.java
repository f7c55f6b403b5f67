package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What could be fixed, before anything is.
 *
 * @param snapshot the files as they were when they were analysed
 * @param report all that was found
 * @param fixable the findings whose fixes may be applied, ordered by file and position
 * @param leftAlone files with such findings that must not be written to, each with the reason
 * @param refused rules that have findings here, and whose fixes a person refused for the repository
 * @param heldBack which fixes are not made as the code is for an older Java, for people, without
 *     full stops
 */
public record FixOffer(
    Snapshot snapshot,
    AnalysisReport report,
    List<Finding> fixable,
    Map<SourcePath, String> leftAlone,
    Set<RuleId> refused,
    List<String> heldBack) {

  public FixOffer {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(report, "report");
    fixable = List.copyOf(fixable);
    leftAlone = new TreeMap<>(leftAlone);
    refused = Set.copyOf(refused);
    heldBack = List.copyOf(heldBack);
  }

  /**
   * {@return the diff of the file with the fix of one finding alone in it; empty if the finding has
   * no fix, or the file has changed since it was analysed}
   */
  public Optional<String> diffOf(Finding finding) {
    return FixDiff.of(snapshot, finding);
  }

  /** {@return the text that was analysed; empty if the file is another one now} */
  Optional<SourceText> textOf(SourcePath path) {
    return FixDiff.textOf(snapshot, path);
  }
}
