package io.kirolinter.agents.pmd;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.reporting.FileAnalysisListener;
import net.sourceforge.pmd.reporting.Report.ProcessingError;
import net.sourceforge.pmd.reporting.RuleViolation;

/** What PMD sees in one file, turned into our report when it is done. Used by one thread. */
final class FileLog implements FileAnalysisListener {

  private final SnapshotText text;
  private final Map<RuleId, Rule> about;
  private final Consumer<FileReport> reports;
  private final List<RuleViolation> violations = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();

  FileLog(SnapshotText text, Map<RuleId, Rule> about, Consumer<FileReport> reports) {
    this.text = text;
    this.about = about;
    this.reports = reports;
  }

  @Override
  public void onRuleViolation(RuleViolation violation) {
    violations.add(violation);
  }

  @Override
  public void onError(ProcessingError error) {
    if (text.trouble().isEmpty()) {
      problems.add(Trouble.of(path(), error.getError()));
    }
  }

  @Override
  public void close() {
    text.trouble().ifPresent(reason -> problems.add(new FileProblem(path(), 0, "pmd: " + reason)));
    LineIndex lines = LineIndex.of(text.text());
    int count = text.text().isEmpty() ? 0 : lines.lines();
    reports.accept(new FileReport(path(), count, findings(lines), problems));
    text.forget();
  }

  private SourcePath path() {
    return text.file().path();
  }

  /** In the order of positions, so that fingerprints do not depend on the order of rules. */
  private List<Finding> findings(LineIndex lines) {
    Map<List<String>, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    violations.sort(
        Comparator.comparingInt(RuleViolation::getBeginLine)
            .thenComparingInt(RuleViolation::getBeginColumn)
            .thenComparing(violation -> violation.getRule().getName()));
    for (RuleViolation violation : violations) {
      findings.add(finding(violation, lines, seen));
    }
    return findings;
  }

  private Finding finding(
      RuleViolation violation, LineIndex lines, Map<List<String>, Integer> seen) {
    Rule rule = requireNonNull(about.get(Naming.idOf(violation.getRule().getName())));
    Place place = Place.of(violation.getLocation(), text.text(), lines);
    String around = declarationAround(violation);
    int ordinal = seen.merge(List.of(rule.id().value(), around, place.text()), 1, Integer::sum) - 1;
    return new Finding(
        rule.id(),
        rule.category(),
        rule.severity(),
        path(),
        place.range(),
        messageOf(violation),
        Fingerprint.of(rule.id(), path(), around, place.text(), ordinal),
        Optional.empty());
  }

  private static String declarationAround(RuleViolation violation) {
    Map<String, String> known = violation.getAdditionalInfo();
    return known.getOrDefault(RuleViolation.CLASS_NAME, "")
        + "."
        + known.getOrDefault(RuleViolation.METHOD_NAME, "");
  }

  private static String messageOf(RuleViolation violation) {
    return violation.getDescription().strip().replaceAll("\\s+", " ");
  }

  /** Where a violation stands, and the text there on its first line. */
  private record Place(SourceRange range, String text) {

    /** By line and column, never by offset: PMD counts offsets in another text than ours. */
    static Place of(FileLocation location, String text, LineIndex lines) {
      int start = offset(location.getStartLine(), location.getStartColumn(), lines);
      int end = Math.max(start, offset(location.getEndLine(), location.getEndColumn(), lines));
      int firstLine = lines.lineOf(start);
      int shown = Math.min(end, lines.startOf(firstLine) + lines.textOf(firstLine).length());
      return new Place(lines.range(start, end), text.substring(start, Math.max(start, shown)));
    }

    private static int offset(int line, int column, LineIndex lines) {
      int known = Math.max(1, Math.min(line, Math.max(1, lines.lines())));
      int within = Math.min(Math.max(1, column) - 1, lines.textOf(known).length());
      return lines.startOf(known) + within;
    }
  }
}
