package io.kirolinter.agents.report;

import com.google.common.collect.ImmutableMap;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.FileReport;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * A report as SARIF 2.1.0, which code scanning services, editors and other analyzers read. All that
 * is written is valid by the published schema and within what GitHub's code scanning takes, but for
 * the number of results: GitHub refuses a file with more than 25,000, and this report holds them
 * all.
 *
 * <p>Paths are relative to {@code SRCROOT}, the top folder of the repository; columns count UTF-16
 * code units. A finding is recognised again by the partial fingerprint {@code kirolinter/v1}.
 */
public final class SarifReport {

  static final String ROOT = "SRCROOT";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  /** The path of a problem that is about an analyzer as a whole. */
  private static final String EVERYTHING = ".";

  private final ReportSource source;
  private final SarifRules rules;

  private SarifReport(ReportSource source) {
    this.source = source;
    rules = SarifRules.of(source);
  }

  /** {@return the document, with a line break at its end} */
  public static String of(ReportSource source) {
    return Json.writePretty(new SarifReport(source).log()) + "\n";
  }

  private Map<String, Object> log() {
    return ImmutableMap.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run()));
  }

  private Map<String, Object> run() {
    ImmutableMap.Builder<String, Object> run = ImmutableMap.builder();
    run.put("tool", ImmutableMap.of("driver", driver()));
    if (!rules.weaknesses().isEmpty()) {
      run.put("taxonomies", List.of(rules.taxonomy()));
    }
    run.put("automationDetails", ImmutableMap.of("id", "kirolinter/"));
    run.put("invocations", List.of(invocation()));
    provenance(run);
    run.put(
        "originalUriBaseIds",
        ImmutableMap.of(
            ROOT, ImmutableMap.of("description", text("The top folder of the repository."))));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", results());
    return run.build();
  }

  private Map<String, Object> driver() {
    ImmutableMap.Builder<String, Object> driver = ImmutableMap.builder();
    driver.put("name", source.tool().name());
    driver.put("version", source.tool().version());
    source.tool().home().ifPresent(home -> driver.put("informationUri", home.toString()));
    if (!rules.weaknesses().isEmpty()) {
      driver.put("supportedTaxonomies", List.of(SarifRules.TAXONOMY));
    }
    driver.put("rules", rules.descriptors());
    return driver.build();
  }

  private List<Object> results() {
    return source.analysis().files().stream()
        .<Object>flatMap(
            file -> {
              SarifResults results = SarifResults.of(source.textOf(), file, rules);
              return file.findings().stream().map(results::result);
            })
        .toList();
  }

  private void provenance(ImmutableMap.Builder<String, Object> run) {
    source
        .origin()
        .address()
        .ifPresent(
            address -> {
              ImmutableMap.Builder<String, Object> details = ImmutableMap.builder();
              details.put("repositoryUri", address.toString());
              source.origin().revision().ifPresent(it -> details.put("revisionId", it.value()));
              details.put("mappedTo", ImmutableMap.of("uriBaseId", ROOT));
              run.put("versionControlProvenance", List.of(details.build()));
            });
  }

  private Map<String, Object> invocation() {
    List<Object> notifications =
        source.analysis().files().stream()
            .<Object>flatMap(
                file -> file.problems().stream().map(problem -> notification(file, problem)))
            .toList();
    boolean whole = source.analysis().problems().stream().noneMatch(SarifReport::isAboutEverything);
    return ImmutableMap.of(
        "executionSuccessful", whole, "toolExecutionNotifications", notifications);
  }

  private static Map<String, Object> notification(FileReport file, FileProblem problem) {
    ImmutableMap.Builder<String, Object> notification = ImmutableMap.builder();
    notification.put("level", file.lines() == 0 ? "error" : "warning");
    notification.put("message", text(problem.path() + ": not analysed: " + problem.reason()));
    if (!isAboutEverything(problem)) {
      ImmutableMap.Builder<String, Object> place = ImmutableMap.builder();
      place.put("artifactLocation", SarifResults.location(problem.path()));
      if (problem.line() > 0) {
        place.put("region", ImmutableMap.of("startLine", problem.line()));
      }
      notification.put("locations", List.of(ImmutableMap.of("physicalLocation", place.build())));
    }
    return notification.build();
  }

  private static boolean isAboutEverything(FileProblem problem) {
    return problem.path().value().equals(EVERYTHING);
  }

  static Map<String, Object> text(String text) {
    return ImmutableMap.of("text", WholeText.of(text));
  }

  /** {@return the level of a severity in SARIF's words} */
  static String level(Finding finding) {
    return SarifRules.level(finding.severity());
  }
}
