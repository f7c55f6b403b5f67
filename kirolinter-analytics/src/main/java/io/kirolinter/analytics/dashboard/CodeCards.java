package io.kirolinter.analytics.dashboard;

import io.kirolinter.analytics.dashboard.Card.Column;
import io.kirolinter.analytics.dashboard.Card.Width;
import io.kirolinter.analytics.quality.Change;
import io.kirolinter.analytics.quality.HotFile;
import io.kirolinter.analytics.quality.QualityPoint;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cards about code. */
final class CodeCards {

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  private final QualityReport code;

  CodeCards(QualityReport code) {
    this.code = code;
  }

  List<Html> all() {
    return List.of(findings(), changes(), files());
  }

  private Html findings() {
    Card card = new Card("findings", "Findings over time", Width.HALF);
    code.trends().stream().limit(1).map(RunCards::verdict).forEach(card::add);
    card.sentence("Findings in 1,000 lines, by severity, before anything was fixed.");
    if (code.points().isEmpty()) {
      return card.nothing(missing()).made();
    }
    QualityPoint last = code.points().get(code.points().size() - 1);
    return card.chart(
            "Findings over time: %s in 1,000 lines at last, from %d reviews"
                .formatted(PageText.number(last.perThousand()), code.reviews()))
        .figures(
            severityColumns("Review", Column.number("Lines"), Column.number("In 1,000 lines")),
            findingRows())
        .made();
  }

  private List<List<?>> findingRows() {
    List<List<?>> rows = new ArrayList<>();
    for (QualityPoint point : code.points()) {
      List<Object> row = severityRow(PageText.minute(point.at()), point.findings());
      row.add(point.lines());
      row.add(PageText.number(point.perThousand()));
      rows.add(row);
    }
    return rows;
  }

  private Html changes() {
    Card card =
        new Card("changes", "New, fixed and reopened", Width.HALF)
            .sentence("What became of findings from one review to the next.");
    if (code.changes().isEmpty()) {
      return card.nothing(missing()).made();
    }
    List<List<?>> rows = new ArrayList<>();
    int fresh = 0;
    int fixed = 0;
    for (Change change : code.changes()) {
      fresh += change.fresh();
      fixed += change.fixed();
      rows.add(
          List.of(PageText.minute(change.at()), change.fresh(), change.fixed(), change.reopened()));
    }
    return card.chart(
            "New, fixed and reopened findings: %d new and %d fixed in %d changes"
                .formatted(fresh, fixed, code.changes().size()))
        .figures(
            List.of(
                Column.text("Review"),
                Column.number("New"),
                Column.number("Fixed"),
                Column.number("Reopened")),
            rows)
        .made();
  }

  private Html files() {
    Card card =
        new Card("files", "Hot files", Width.HALF)
            .sentence("The files with the most urgent findings in the newest review.");
    if (code.files().isEmpty()) {
      return card.nothing(code.points().isEmpty() ? missing() : "The newest review has no finding.")
          .made();
    }
    List<List<?>> rows = new ArrayList<>();
    code.files().forEach(file -> rows.add(severityRow(file.path().value(), file.findings())));
    HotFile first = code.files().get(0);
    return card.chart(
            "Hot files: %s first, with %d findings".formatted(first.path(), first.total()))
        .figures(severityColumns("File"), rows)
        .made();
  }

  private String missing() {
    return code.note().orElse("Not enough data.");
  }

  private static List<Column> severityColumns(String first, Column... more) {
    List<Column> columns = new ArrayList<>(List.of(Column.text(first)));
    WORST_FIRST.forEach(severity -> columns.add(Column.number(PageText.label(severity))));
    columns.addAll(List.of(more));
    return columns;
  }

  private static List<Object> severityRow(String first, Map<Severity, Integer> findings) {
    List<Object> row = new ArrayList<>(List.of(first));
    WORST_FIRST.forEach(severity -> row.add(findings.getOrDefault(severity, 0)));
    return row;
  }
}
