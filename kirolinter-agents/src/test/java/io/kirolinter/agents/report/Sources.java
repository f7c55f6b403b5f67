package io.kirolinter.agents.report;

import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.RulePages;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.source.LineIndex;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources of reports, put together file by file. */
final class Sources {

  static final CommitId REVISION = CommitId.of("0123456789abcdef0123456789abcdef01234567");

  /** What hostile code may hold, in names, texts and comments alike. */
  static final String HOSTILE =
      "</script><img src=x onerror=alert(1)>\"' onload='x' \u001b[31m \u202Egnp \uD800 &amp; %s";

  private final Map<SourcePath, String> texts = new LinkedHashMap<>();
  private final List<FileReport> files = new ArrayList<>();

  /** {@return a file that keeps its first line out, and does not end well} */
  static Sources sample() {
    String text =
        "package a;\n\nimport java.util.List;\n\nclass A {\n  String s = md(\"MD5\");\n}\n";
    Sources sources = new Sources();
    return sources
        .file(
            "src/A b.java",
            text,
            finding("unused-import", "src/A b.java", new SourceRange(3, 1, 3, 23))
                .with(new TextEdit(12, 35, ""))
                .made(),
            finding("weak-hash", "src/A b.java", new SourceRange(6, 14, 6, 23))
                .of(Category.SECURITY, Severity.HIGH)
                .made())
        .problem("src/Broken.java", 7, "not valid Java");
  }

  Sources file(String path, String text, Finding... findings) {
    SourcePath place = SourcePath.of(path);
    texts.put(place, text);
    int lines = LineIndex.of(text).lines();
    files.add(new FileReport(place, lines, List.of(findings), List.of()));
    return this;
  }

  Sources problem(String path, int line, String reason) {
    SourcePath place = SourcePath.of(path);
    FileProblem problem = new FileProblem(place, line, reason);
    files.add(new FileReport(place, line, List.of(), List.of(problem)));
    return this;
  }

  ReportSource made() {
    return new ReportSource(
        new AnalysisReport(files),
        JavaAnalyzer.withAllRules(1).rules(),
        Tool.kiroLinter("1.2.3"),
        new Origin(
            Optional.of(new RepositoryId("git.example.org/team/pro ject")), Optional.of(REVISION)),
        path -> Optional.ofNullable(texts.get(path)),
        RulePages::pageOf);
  }

  static Draft finding(String rule, String path, SourceRange range) {
    return new Draft(
        rule, path, range, Category.CODE_SMELL, Severity.LOW, "message of " + rule, List.of());
  }

  /** A finding in the making. */
  record Draft(
      String rule,
      String path,
      SourceRange range,
      Category category,
      Severity severity,
      String message,
      List<TextEdit> edits) {

    Draft of(Category wanted, Severity bad) {
      return new Draft(rule, path, range, wanted, bad, message, edits);
    }

    Draft saying(String text) {
      return new Draft(rule, path, range, category, severity, text, edits);
    }

    Draft with(TextEdit... wanted) {
      return new Draft(rule, path, range, category, severity, message, List.of(wanted));
    }

    Finding made() {
      RuleId id = RuleId.of(rule);
      SourcePath place = SourcePath.of(path);
      return new Finding(
          id,
          category,
          severity,
          place,
          range,
          message,
          Fingerprint.of(id, place, "", range.toString(), 0),
          edits.isEmpty()
              ? Optional.empty()
              : Optional.of(new Fix(FixLevel.SAFE, "Change " + rule, edits)));
    }
  }
}
