package io.kirolinter.agents.report;

import static java.util.Comparator.comparing;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.display.Html;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.notice.Counted;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A report as one HTML file for people. It loads nothing, works without its script, and shows what
 * could not be analysed before anything else.
 *
 * <p>It stays usable with many findings: the first ones of each rule in each file come with their
 * code, the others as one line; behind the first 25,000 it says how many more there are.
 */
public final class HtmlReport {

  private static final int MOST_PROBLEMS = 200;

  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");

  private final ReportSource source;
  private final AnalysisReport analysis;
  private final RuleIndex rules;
  private final Html html = new Html();

  private HtmlReport(ReportSource source) {
    this.source = source;
    analysis = source.analysis();
    rules = RuleIndex.of(source);
  }

  /** {@return the document} */
  public static String of(ReportSource source) {
    return new HtmlReport(source).document();
  }

  private String document() {
    html.add("<!DOCTYPE html>\n<html lang=\"en\">\n");
    addHead();
    html.add("<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n");
    addTitle();
    html.add("<main>\n");
    addVerdict();
    addProblems();
    HtmlSummary.addTo(html, analysis, rules);
    HtmlFindings.addTo(html, source, rules);
    HtmlRules.addTo(html, source, rules);
    html.add("</main>\n<footer><p>Made by %s %s.", source.tool().name(), source.tool().version());
    html.add(" Nothing is loaded from elsewhere.</p></footer>\n");
    html.add("<script>%s</script>\n</body>\n</html>\n", new Html.Made(SCRIPT));
    return html.toString();
  }

  private void addHead() {
    html.add("<head>\n<meta charset=\"utf-8\">\n");
    html.add(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n",
        hash(STYLE), hash(SCRIPT));
    html.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.add("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.add("<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.add("<title>%s: %s</title>\n", source.tool().name(), counted());
    html.add("<style>%s</style>\n</head>\n", new Html.Made(STYLE));
  }

  private void addTitle() {
    html.add("<header>\n<h1>Code review</h1>\n<p class=\"origin\">");
    source.origin().repository().ifPresent(it -> html.add("<b>%s</b> ", it.value()));
    source
        .origin()
        .revision()
        .ifPresent(it -> html.add("<span>on commit <code>%s</code></span> ", it.abbreviated()));
    html.add(
        "<span>%s of %s</span></p>\n</header>\n",
        Counted.of(analysis.lines(), "line"), Counted.of(analysis.files().size(), "file"));
  }

  private String counted() {
    String problems =
        analysis.problems().isEmpty()
            ? ""
            : ", " + Counted.of(analysis.problems().size(), "problem");
    return Counted.of(analysis.findings().size(), "finding") + problems;
  }

  /** A report without findings is a good one only if everything was looked at. */
  private void addVerdict() {
    if (!analysis.findings().isEmpty()) {
      return;
    }
    if (analysis.files().isEmpty()) {
      html.add("<p class=\"verdict unsure\">There was nothing to analyse.</p>\n");
    } else if (analysis.problems().isEmpty()) {
      html.add("<p class=\"verdict good\">No findings: every file was analysed.</p>\n");
    } else {
      html.add(
          "<p class=\"verdict unsure\">No findings in what could be analysed, but not everything"
              + " was.</p>\n");
    }
  }

  private void addProblems() {
    List<FileProblem> problems = analysis.problems();
    if (problems.isEmpty()) {
      return;
    }
    html.add("<section class=\"problems\" aria-labelledby=\"problems\">\n");
    html.add(
        "<h2 id=\"problems\">Not analysed, or not as a whole: %s</h2>\n",
        Counted.of(filesWithProblems(), "file"));
    html.add("<p>Findings may be missing there. Mend these first.</p>\n<ul>\n");
    problems.stream().limit(MOST_PROBLEMS).forEach(this::add);
    html.add("</ul>\n");
    if (problems.size() > MOST_PROBLEMS) {
      html.add("<p>and %,d more; the JSON report has all.</p>\n", problems.size() - MOST_PROBLEMS);
    }
    html.add("</section>\n");
  }

  private int filesWithProblems() {
    return analysis.problems().stream()
        .map(FileProblem::path)
        .sorted(comparing(SourcePath::value))
        .collect(Collectors.toSet())
        .size();
  }

  private void add(FileProblem problem) {
    String line = problem.line() == 0 ? "" : ":" + problem.line();
    html.add(
        "<li><code>%s%s</code> <span>%s</span></li>\n", problem.path(), line, problem.reason());
  }

  static String label(FixLevel level) {
    return switch (level) {
      case SAFE -> "safe fix";
      case UNSAFE -> "unsafe fix";
      case SUGGESTION -> "suggestion";
      case NONE -> "no fix";
    };
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return BaseEncoding.base64().encode(digest);
  }

  private static String resource(String name) {
    try {
      return Resources.toString(
          Objects.requireNonNull(HtmlReport.class.getResource("/report/" + name), name),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
