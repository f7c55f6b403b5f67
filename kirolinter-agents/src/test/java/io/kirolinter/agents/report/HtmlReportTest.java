package io.kirolinter.agents.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourceRange;
import io.kirolinter.core.source.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*?)(/?)>");
  private static final Set<String> VOID = Set.of("meta", "input", "wbr", "br");

  @Test
  void showsFindingsWithTheirCodeMarked() {
    String html = HtmlReport.of(Sources.sample().made());

    assertThat(html)
        .contains("<mark>import java.util.List;</mark>")
        .contains("<mark>md(&quot;MD5&quot;)</mark>")
        .contains("<span class=\"place\">3:1</span>")
        .contains("<span class=\"badge high\">high</span>");
    assertWellFormed(html);
  }

  @Test
  void showsWhatAFixWouldChange() {
    assertThat(HtmlReport.of(Sources.sample().made()))
        .contains("<summary>Change unused-import</summary>")
        .contains("<del class=\"l\">- import java.util.List;\n</del></code>");
  }

  @Test
  void explainsTheRulesThatFoundSomethingAndNoOthers() {
    String html = HtmlReport.of(Sources.sample().made());

    assertThat(html)
        .contains("href=\"#rule-1\">weak-hash</a>")
        .contains("id=\"rule-1\"")
        .contains("<h4>Known limits</h4>")
        .doesNotContain("id=\"rule-3\"");
  }

  @Test
  void saysFirstWhatCouldNotBeAnalysed() {
    String html = HtmlReport.of(Sources.sample().made());

    assertThat(html)
        .contains("<title>KiroLinter: 2 findings, 1 problem</title>")
        .contains("Not analysed, or not as a whole: 1 file")
        .contains("<code>src/Broken.java:7</code> <span>not valid Java</span>");
    assertThat(html.indexOf("id=\"problems\"")).isLessThan(html.indexOf("id=\"summary\""));
  }

  @Test
  void looksCleanOnlyIfEverythingWasAnalysed() {
    String clean = HtmlReport.of(new Sources().file("A.java", "class A {}\n").made());
    String failed = HtmlReport.of(new Sources().problem(".", 0, "java: broke").made());
    String empty = HtmlReport.of(new Sources().made());

    assertThat(clean).contains("<p class=\"verdict good\">No findings: every file");
    assertThat(failed)
        .contains("not everything was", "java: broke", "<title>KiroLinter: 0 findings, 1 problem")
        .doesNotContain("verdict good");
    assertThat(empty).contains("There was nothing to analyse").doesNotContain("verdict good");
    assertWellFormed(clean);
    assertWellFormed(failed);
    assertWellFormed(empty);
  }

  @Test
  void capsTheProblemsAndSaysSo() {
    Sources sources = new Sources();
    IntStream.range(0, 230).forEach(i -> sources.problem("src/F" + i + ".java", 1, "broken"));

    assertThat(HtmlReport.of(sources.made()))
        .contains("Not analysed, or not as a whole: 230 files", "and 30 more;");
  }

  @Test
  void nothingHostileBecomesPartOfThePage() {
    String path = "src/\u202E</script><b>\"'&.java";
    Finding finding =
        Sources.finding("weak-hash", path, new SourceRange(2, 1, 2, 20))
            .of(Category.SECURITY, Severity.CRITICAL)
            .saying(Sources.HOSTILE)
            .with(new TextEdit(1, 3, Sources.HOSTILE))
            .made();
    ReportSource source =
        new Sources()
            .file(path, "x\n" + Sources.HOSTILE + "\n", finding)
            .problem("b/<i>.java", 3, Sources.HOSTILE)
            .made();
    ReportSource hostile =
        new ReportSource(
            source.analysis(),
            source.rules(),
            source.tool(),
            source.origin(),
            source.textOf(),
            rule -> Optional.of("# T\n\n`" + Sources.HOSTILE + "`\n\n```\n</pre><b>\n"));

    String html = HtmlReport.of(hostile);

    assertThat(html)
        .doesNotContain("<img", "<b>\"", "<i>.java", "</pre><b>", "\u202E", "\u001b", "\uD800 ")
        .contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;")
        .contains("&lt;U+202E&gt;", "\u241B[31m", "\uFFFD");
    assertThat(Splitter.on("</script>").splitToList(html)).hasSize(2);
    assertWellFormed(html);
  }

  @Test
  void loadsNothingAndAllowsItsOwnScriptOnly() {
    String html = HtmlReport.of(Sources.sample().made());

    String policy = between(html, "Content-Security-Policy\" content=\"", "\"");
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("style-src '" + hash(between(html, "<style>", "</style>")) + "'")
        .contains("script-src '" + hash(between(html, "<script>", "</script>")) + "'")
        .doesNotContain("unsafe");
    assertThat(html)
        .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base)\\b")
        .doesNotContainPattern("(?i)\\s(src|on[a-z]+|style)=")
        .doesNotContainPattern("href=\"(?!#)")
        .doesNotContain("@import", "url(", "fetch(", "XMLHttpRequest", "eval(", "innerHTML");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    String html = HtmlReport.of(Sources.sample().made());

    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
    int found = 0;
    while (links.find()) {
      assertThat(html).contains("id=\"" + links.group(1) + "\"");
      found++;
    }
    assertThat(found).isGreaterThan(4);
  }

  @Test
  void canBeUsedWithoutAMouseAndWithoutEyes() {
    String html = HtmlReport.of(Sources.sample().made());

    assertThat(html)
        .contains("<html lang=\"en\">", "<header>", "<main>", "<footer>", "class=\"skip\"")
        .contains("<h1>", "role=\"search\"", "role=\"status\"", "<caption>", "scope=\"row\"");
    assertThat(Pattern.compile("<h1").split(html, -1)).hasSize(2);
  }

  @Test
  void showsCodeForTheFirstFindingsOfARuleAndSaysSo() {
    Finding[] findings =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> Sources.finding("c-style-array", "A.java", new SourceRange(i, 1, i, 4)))
            .map(Sources.Draft::made)
            .toArray(Finding[]::new);

    String html =
        HtmlReport.of(new Sources().file("A.java", "int a;\n".repeat(12), findings).made());

    assertThat(Pattern.compile("<mark>int</mark>").split(html, -1)).hasSize(6);
    assertThat(Pattern.compile("<li class=\"finding\"").split(html, -1)).hasSize(13);
    assertThat(html).contains("7 findings without an excerpt: only the first 5 of a rule in a");
  }

  @Test
  void staysOfBearableSizeWithManyFindings() {
    String html = HtmlReport.of(many(300, 100));

    assertThat(html.length()).isLessThan(12_000_000);
    assertThat(Pattern.compile("<li class=\"finding\"").split(html, -1)).hasSize(25_001);
    assertThat(html).contains("5,000 more findings are not in this page");
    assertWellFormed(html);
  }

  @Test
  void isTheSameEachTime() {
    assertThat(HtmlReport.of(Sources.sample().made()))
        .isEqualTo(HtmlReport.of(Sources.sample().made()));
  }

  static ReportSource many(int files, int findingsInEach) {
    Sources sources = new Sources();
    List<String> rules = List.of("unused-import", "weak-hash", "high-complexity", "pmd/Other");
    List<Category> categories = List.of(Category.values());
    List<Severity> severities = List.of(Severity.values());
    for (int f = 0; f < files; f++) {
      String path = "module-%d/src/main/java/com/example/app/File%d.java".formatted(f % 9, f);
      Finding[] findings =
          IntStream.rangeClosed(1, findingsInEach)
              .mapToObj(
                  i ->
                      Sources.finding(rules.get(i % 4), path, new SourceRange(i, 5, i, 9))
                          .of(categories.get(i % 4), severities.get(i % 4))
                          .made())
              .toArray(Finding[]::new);
      sources.file(path, "    some code of a line\n".repeat(findingsInEach), findings);
    }
    return sources.made();
  }

  private static void assertWellFormed(String html) {
    String body = html.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(body);
    int end = 0;
    while (tags.find()) {
      assertThat(body.substring(end, tags.start()).replace("<!DOCTYPE html>", ""))
          .doesNotContain("<", ">");
      end = tags.end();
      if (!tags.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(tags.group(2));
      } else if (!VOID.contains(tags.group(2)) && tags.group(4).isEmpty()) {
        open.push(tags.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  private static String between(String html, String start, String end) {
    int from = html.indexOf(start) + start.length();
    return html.substring(from, html.indexOf(end, from));
  }

  private static String hash(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    return "sha256-" + BaseEncoding.base64().encode(digest);
  }
}
