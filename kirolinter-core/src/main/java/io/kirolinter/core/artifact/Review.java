package io.kirolinter.core.artifact;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * What the analyzers found in one snapshot.
 *
 * <p>A review is kept, and secrets are not: in messages they are masked, and a finding whose fix
 * would write one has no fix here, since a masked fix would write the mask.
 *
 * @param findings the most urgent file first, by position inside a file
 * @param problems what could not be analysed
 * @param analyzers the names of those that took part
 */
public record Review(
    List<Finding> findings,
    List<FileProblem> problems,
    int files,
    long lines,
    List<String> analyzers)
    implements Artifact {

  public Review {
    findings = findings.stream().map(Review::withoutSecret).toList();
    problems = List.copyOf(problems);
    analyzers = List.copyOf(analyzers);
  }

  private static Finding withoutSecret(Finding finding) {
    String message = Redaction.of(finding.message());
    Optional<Fix> fix = finding.fix().filter(Review::isOpen);
    return message.equals(finding.message()) && fix.equals(finding.fix())
        ? finding
        : new Finding(
            finding.rule(),
            finding.category(),
            finding.severity(),
            finding.path(),
            finding.range(),
            message,
            finding.fingerprint(),
            fix);
  }

  private static boolean isOpen(Fix fix) {
    return fix.edits().stream()
        .map(TextEdit::replacement)
        .allMatch(text -> Redaction.of(text).equals(text));
  }
}
