package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.fix.change.UnifiedDiff;
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
 */
public record FixOffer(
    Snapshot snapshot,
    AnalysisReport report,
    List<Finding> fixable,
    Map<SourcePath, String> leftAlone,
    Set<RuleId> refused) {

  public FixOffer {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(report, "report");
    fixable = List.copyOf(fixable);
    leftAlone = new TreeMap<>(leftAlone);
    refused = Set.copyOf(refused);
  }

  /** {@return the diff of the file with the fix of one finding alone in it; empty without one} */
  public String diffOf(Finding finding) {
    Optional<SourceText> before =
        snapshot.file(finding.path()).flatMap(file -> SourceText.decode(snapshot.read(file)));
    if (before.isEmpty() || finding.fix().isEmpty()) {
      return "";
    }
    SourceText after = before.get().edited(finding.fix().get().edits());
    return UnifiedDiff.of(finding.path(), before.get(), after);
  }
}
