package io.kirolinter.agents.sarif;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.repository.SnapshotFile;
import io.kirolinter.core.source.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the results of a file into reports of the files of the snapshot. */
final class SarifReview {

  /** A result, with the run that it belongs to. */
  private record Placed(SarifRun run, SarifResult result) {}

  private final AnalysisRequest request;
  private final List<SarifRun> runs;
  private final Path repository;
  private final SarifRules rules;
  private final Map<SnapshotFile, List<Placed>> byFile = new LinkedHashMap<>();
  private final Map<SnapshotFile, List<FileProblem>> troubles = new HashMap<>();
  private final List<FileProblem> general = new ArrayList<>();

  SarifReview(AnalysisRequest request, List<SarifRun> runs, Path repository) {
    this.request = request;
    this.runs = runs;
    this.repository = repository;
    this.rules = SarifRules.of(runs);
  }

  AnalysisReport report() {
    runs.forEach(this::place);
    Set<SnapshotFile> wanted = new HashSet<>(request.files());
    troubles.keySet().forEach(file -> byFile.putIfAbsent(file, List.of()));
    List<FileReport> reports = new ArrayList<>();
    for (Map.Entry<SnapshotFile, List<Placed>> entry : byFile.entrySet()) {
      request.cancellation().throwIfRequested();
      if (wanted.contains(entry.getKey())) {
        reports.add(report(entry.getKey(), entry.getValue()));
        request.progress().update("files", reports.size(), byFile.size());
      }
    }
    return new AnalysisReport(reports, general, List.of());
  }

  private void place(SarifRun run) {
    SarifPlaces places = new SarifPlaces(run, repository, request.snapshot().files());
    Set<String> outside = new TreeSet<>();
    int dropped = 0;
    for (SarifResult result : run.results) {
      Optional<SnapshotFile> file = result.locations.stream().findFirst().flatMap(places::fileAt);
      if (file.isPresent()) {
        byFile.computeIfAbsent(file.get(), any -> new ArrayList<>()).add(new Placed(run, result));
      } else {
        dropped++;
        outside.add(result.locations.stream().findFirst().map(places::shown).orElse("no file"));
      }
    }
    if (dropped > 0) {
      tell(
          run,
          "%s left out: in no file that is analysed here, such as '%s'",
          Counted.of(dropped, "result"),
          outside.iterator().next());
    }
    if (run.cutShort) {
      tell(run, "there are more results than the %,d that were read", run.results.size());
    }
    run.troubles.forEach(trouble -> place(run, trouble, places));
  }

  private void place(SarifRun run, SarifRun.Trouble trouble, SarifPlaces places) {
    Optional<SnapshotFile> file = trouble.place().flatMap(places::fileAt);
    if (file.isEmpty()) {
      tell(run, "%s", trouble.text());
      return;
    }
    int line = trouble.place().map(place -> place.startLine.orElse(0)).orElse(0);
    troubles
        .computeIfAbsent(file.get(), any -> new ArrayList<>())
        .add(new FileProblem(file.get().path(), line, run.tool() + ": " + trouble.text()));
  }

  private void tell(SarifRun run, String text, Object... values) {
    general.add(FileProblem.general(run.tool() + ": " + String.format(Locale.ROOT, text, values)));
  }

  private FileReport report(SnapshotFile file, List<Placed> results) {
    try {
      SarifText text = SarifText.of(request.snapshot().read(file));
      List<FileProblem> problems = troubles.getOrDefault(file, List.of());
      return new FileReport(file.path(), text.lines(), findings(file, results, text), problems);
    } catch (KiroLinterException e) {
      return FileReport.unreadable(file.path(), "cannot be read: " + e.getMessage());
    }
  }

  private List<Finding> findings(SnapshotFile file, List<Placed> results, SarifText text) {
    Map<List<String>, Integer> seen = new HashMap<>();
    Set<List<Object>> told = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Placed placed : results) {
      Rule rule = rules.ruleOf(placed.result());
      SourceRange range = text.rangeOf(placed.result().locations.get(0), placed.run());
      String message = messageOf(placed, rule);
      if (request.scope().includes(rule) && told.add(List.of(rule.id(), range, message))) {
        findings.add(finding(file, placed, rule, range, message, text.textIn(range), seen));
      }
    }
    return findings;
  }

  private static Finding finding(
      SnapshotFile file,
      Placed placed,
      Rule rule,
      SourceRange range,
      String message,
      String flagged,
      Map<List<String>, Integer> seen) {
    String declaration = placed.result().locations.get(0).declaration;
    int ordinal = seen.merge(List.of(rule.id().value(), declaration, flagged), 1, Integer::sum) - 1;
    return new Finding(
        rule.id(),
        rule.category(),
        SarifRules.severityOf(placed.run(), placed.result()),
        file.path(),
        range,
        message,
        Fingerprint.of(rule.id(), file.path(), declaration, flagged, ordinal),
        Optional.empty());
  }

  private static String messageOf(Placed placed, Rule rule) {
    String text = placed.result().message.resolved(placed.run().messagesFor(placed.result()));
    return text.isEmpty() ? rule.description() : text;
  }
}
