package io.kirolinter.agents.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.FileProblem;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.progress.Progress;
import io.kirolinter.core.repository.Snapshot;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SarifAnalyzerTest {

  private static final String A = "src/main/java/A.java";
  private static final String SPACE = "src/main/java/With space.java";

  @TempDir Path temp;
  private Path folder;
  private Path file;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = TestRepository.init(temp.resolve("project")).folder().toRealPath();
    file = temp.resolve("tool.sarif");
    write(A, "class A {\n  int a = 1;\n\n  void b() { \uD83D\uDE00(); c(); }\n}\n");
    write(SPACE, "print(1)\n");
  }

  @Test
  void turnsResultsOfAnyToolIntoFindings() throws IOException {
    sarif(
        """
        {"tool": {"driver": {"name": "SpotBugs", "rules": [
            {"id": "NP_NULL", "shortDescription": {"text": "Null is used"}, "properties": {"tags": ["CORRECTNESS"]}}]}},
         "results": [{"ruleId": "NP_NULL", "ruleIndex": 0, "level": "error", "message": {"text": "x is null"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"},
                "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 8}},
              "logicalLocations": [{"fullyQualifiedName": "A.a"}]}]}]}
        """
            .formatted(A));

    AnalysisReport report = analyze();

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule()).hasToString("spotbugs/NP_NULL");
              assertThat(one.category()).isEqualTo(Category.CORRECTNESS);
              assertThat(one.severity()).isEqualTo(Severity.HIGH);
              assertThat(one.message()).isEqualTo("x is null");
              assertThat(place(one)).isEqualTo(A + " 2:7-2:8");
              assertThat(one.fix()).isEmpty();
            });
    assertThat(report.files()).hasSize(1);
    assertThat(report.lines()).isEqualTo(5);
    assertThat(report.problems()).isEmpty();
    assertThat(analyzer().rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.name()).isEqualTo("Np null");
              assertThat(rule.description()).isEqualTo("Null is used.");
            });
    assertThat(analyzer().name()).isEqualTo("sarif");
    assertThat(analyzer().version()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\": \"src/main/java/With%20space.java\"}",
        "{\"uri\": \"src/main/java/With space.java\"}",
        "{\"uri\": \"./src/main/x/../java/With%20space.java\"}",
        "{\"uri\": \"src\\\\main\\\\java\\\\With space.java\"}",
        "{\"uri\": \"file://ROOT/src/main/java/With%20space.java\"}",
        "{\"uri\": \"file:ROOT/src/../src/main/java/With%20space.java\"}",
        "{\"uri\": \"ROOT/src/main/java/With space.java\"}",
        "{\"uri\": \"main/java/With%20space.java\", \"uriBaseId\": \"SRC\"}",
        "{\"uri\": \"java/With%20space.java\", \"uriBaseId\": \"MAIN\"}",
        "{\"uri\": \"src/main/java/With%20space.java\", \"uriBaseId\": \"ELSEWHERE\"}",
        "{\"uri\": \"src/main/java/With%20space.java\", \"uriBaseId\": \"UNKNOWN\"}",
        "{\"uri\": \"src/main/java/With%20space.java\", \"uriBaseId\": \"LOOP\"}",
        "{\"uri\": \"java/With%20space.java\"}",
        "{\"uri\": \"With space.java\"}",
        "{\"index\": 1}"
      })
  void findsTheFileThatAUriMeans(String location) throws IOException {
    sarif(
        """
        {"originalUriBaseIds": {"SRC": {"uri": "file://ROOT/src/"}, "MAIN": {"uri": "main/", "uriBaseId": "SRC"},
           "ELSEWHERE": {"uri": "file:///home/runner/work/"}, "LOOP": {"uri": "x/", "uriBaseId": "LOOP"}},
         "artifacts": [{}, {"location": {"uri": "src/main/java/With%20space.java"}}],
         "tool": {"driver": {"name": "t"}},
         "results": [{"ruleId": "r", "message": {"text": "m"},
           "locations": [{"physicalLocation": {"artifactLocation": LOCATION, "region": {"startLine": 1}}}]}]}
        """
            .replace("LOCATION", location)
            .replace("ROOT", folder.toString()));

    assertThat(analyze().problems()).isEmpty();
    assertThat(analyze().findings())
        .extracting(SarifAnalyzerTest::place)
        .containsExactly(SPACE + " 1:1-1:9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\": \"../other/A.java\"}",
        "{\"uri\": \"/../src/main/java/A.java/../../../..\"}",
        "{\"uri\": \"file:///etc/passwd\"}",
        "{\"uri\": \"%2e%2e/%2e%2e/etc/passwd\"}",
        "{\"uri\": \"https://host/src/main/java/A.java\"}",
        "{\"uri\": \"src/main/java/Gone.java\"}",
        "{\"index\": 7}",
        "{\"uri\": \"bad%zz%\"}",
        "{}",
        "7"
      })
  void dropsAndReportsWhatIsNotInTheRepository(String location) throws IOException {
    sarif(run(result("\"ruleId\": \"r\"", location, "{\"startLine\": 1}")));

    AnalysisReport report = analyze();

    assertThat(report.findings()).isEmpty();
    assertThat(report.general())
        .singleElement()
        .satisfies(
            one ->
                assertThat(shown(one))
                    .startsWith(".:0 tool: 1 result left out: in no file that is analysed here"));
  }

  @Test
  void doesNotGuessWhichOfTwoFilesIsMeant() throws IOException {
    write("other/java/A.java", "class A {}\n");
    sarif(run(result("\"ruleId\": \"r\"", "{\"uri\": \"java/A.java\"}", "{\"startLine\": 1}")));

    assertThat(analyze().findings()).isEmpty();
    assertThat(analyze().general()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'startLine': 2} | 2:3-2:13",
        "{'startLine': 2, 'startColumn': 7} | 2:7-2:13",
        "{'startLine': 2, 'endLine': 4} | 2:3-4:26",
        "{'startLine': 4, 'startColumn': 16, 'endColumn': 20} | 4:16-4:20",
        "{'charOffset': 12, 'charLength': 5} | 2:3-2:8",
        "{'charOffset': 12} | 2:3-2:13",
        "{'charOffset': 99999, 'charLength': 5} | 6:1-6:1",
        "{'startLine': 99999, 'startColumn': 99999} | 5:2-5:2",
        "{'startLine': 2, 'startColumn': 9, 'endLine': 1, 'endColumn': 2} | 2:9-2:9",
        "{'startLine': 0} | 1:1-1:10",
        "{'startLine': -4} | 1:1-1:1",
        "{'startLine': 'two'} | 1:1-1:1",
        "{'startLine': 99999999999} | 1:1-1:1",
        "{'byteOffset': 3} | 1:1-1:1",
        "{} | 1:1-1:1",
        "null | 1:1-1:1"
      })
  void findsThePlaceThatARegionMeans(String region, String expected) throws IOException {
    sarif(run(result("\"ruleId\": \"r\"", "{\"uri\": \"" + A + "\"}", region.replace('\'', '"'))));

    assertThat(analyze().findings())
        .extracting(SarifAnalyzerTest::place)
        .containsExactly(A + " " + expected);
  }

  @Test
  void convertsColumnsThatCountCodePoints() throws IOException {
    String region = "{\"startLine\": 4, \"startColumn\": 14, \"endColumn\": 15}";
    sarif(
        run(result("\"ruleId\": \"r\"", "{\"uri\": \"" + A + "\"}", region))
            .replaceFirst("\\{", "{\"columnKind\": \"unicodeCodePoints\", "));

    assertThat(analyze().findings())
        .extracting(SarifAnalyzerTest::place)
        .containsExactly(A + " 4:14-4:16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'level': 'error' | HIGH",
        "'level': 'warning' | MEDIUM",
        "'level': 'note' | LOW",
        "'level': 'none' | LOW",
        "'level': 'odd' | MEDIUM",
        "'kind': 'review' | MEDIUM",
        "'properties': {'security-severity': '9.8'} | CRITICAL",
        "'properties': {'security-severity': '7.0'} | HIGH",
        "'properties': {'security-severity': 4} | MEDIUM",
        "'properties': {'security-severity': '0.1'}, 'level': 'error' | LOW",
        "'properties': {'security-severity': 'much'}, 'level': 'error' | HIGH"
      })
  void mapsLevelsToSeverities(String more, Severity expected) throws IOException {
    sarif(run(inA("\"ruleId\": \"r\", " + more.replace('\'', '"'))));

    assertThat(analyze().findings()).extracting(Finding::severity).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'kind': 'pass'",
        "'kind': 'notApplicable'",
        "'baselineState': 'absent'",
        "'suppressions': [{'kind': 'inSource'}]",
        "'suppressions': [{'kind': 'external', 'status': 'accepted'}]"
      })
  void leavesOutWhatIsNoFindingOfToday(String more) throws IOException {
    sarif(run(inA("\"ruleId\": \"r\", " + more.replace('\'', '"'))));

    assertThat(analyze().findings()).isEmpty();
    assertThat(analyze().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'baselineState': 'unchanged'",
        "'baselineState': 'new'",
        "'suppressions': []",
        "'suppressions': null",
        "'suppressions': [{'status': 'rejected'}]",
        "'suppressions': [{'status': 'accepted'}, {'status': 'underReview'}]"
      })
  void keepsWhatIsStillThere(String more) throws IOException {
    sarif(run(inA("\"ruleId\": \"r\", " + more.replace('\'', '"'))));

    assertThat(analyze().findings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text': 'plain'} | plain",
        "{'text': 'a {0} b {1} {2} {{0}}', 'arguments': ['x', 'y$1']} | a x b y$1 {2} {0}",
        "{'id': 'default', 'arguments': ['x']} | of the rule: x",
        "{'id': 'global'} | of the tool",
        "{'markdown': '**bold**'} | **bold**",
        "{'text': 'see [this [thing\\\\]](https://host/x) and [that](1)'} | see this [thing] and that",
        "{'text': 'two\\n  lines\\u001b[31m'} | two lines [31m",
        "{'id': 'unknown'} | Short text.",
        "{} | Short text."
      })
  void resolvesMessages(String message, String expected) throws IOException {
    sarif(
        """
        {"results": [{"ruleIndex": 0, "message": MESSAGE,
          "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"}}}]}],
         "tool": {"driver": {"name": "tool", "globalMessageStrings": {"global": {"text": "of the tool"}},
          "rules": [{"id": "r", "shortDescription": {"text": "Short text"},
            "messageStrings": {"default": {"text": "of the rule: {0}"}}}]}}}
        """
            .formatted(A)
            .replace("MESSAGE", message.replace('\'', '"')));

    assertThat(analyze().findings()).extracting(Finding::message).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'ruleId': 'own' | tool/own",
        "'ruleIndex': 0 | tool/own",
        "'ruleId': 'own/deep', 'ruleIndex': 0 | tool/own",
        "'ruleId': 'own/deep' | tool/own",
        "'rule': {'id': 'own'} | tool/own",
        "'ruleId': 'own', 'rule': {'id': 'other', 'index': 0} | tool/own",
        "'rule': {'index': 0, 'toolComponent': {'index': 0}} | tool/ext",
        "'rule': {'index': 0, 'toolComponent': {'name': 'pack'}} | tool/ext",
        "'rule': {'index': 0, 'toolComponent': {'guid': 'g-1'}} | tool/ext",
        "'ruleId': 'ext' | tool/ext",
        "'ruleId': 'own', 'ruleIndex': 99 | tool/own",
        "'ruleId': 'strange one', 'ruleIndex': 0 | tool/strange%20one",
        "'x': 1 | tool/unnamed",
        "'ruleIndex': 7 | tool/unnamed"
      })
  void findsTheRuleOfAResult(String reference, String expected) throws IOException {
    sarif(
        """
        {"tool": {"driver": {"name": "tool", "rules": [{"id": "own"}]},
          "extensions": [{"name": "pack", "guid": "g-1", "rules": [{"id": "ext", "guid": "r-1"}]}]},
         "results": [%s]}
        """
            .formatted(inA(reference.replace('\'', '"'))));

    assertThat(analyze().findings())
        .extracting(one -> one.rule().value())
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Error Prone | error-prone/r",
        "PMD | pmd/r",
        "Semgrep OSS | semgrep-oss/r",
        "7zip | tool-7zip/r",
        "!! | tool/r"
      })
  void namesRulesAfterTheirTool(String tool, String expected) throws IOException {
    sarif(run(inA("\"ruleId\": \"r\"")).replace("\"tool\"}", "\"" + tool + "\"}"));

    assertThat(analyze().findings())
        .extracting(one -> one.rule().value())
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'properties': {'tags': ['security', 'external/cwe/cwe-089']} | SECURITY | cwe-89",
        "'properties': {'tags': ['CWE-79: Cross-site Scripting']} | SECURITY | cwe-79",
        "'relationships': [{'target': {'id': '476', 'toolComponent': {'name': 'CWE'}}}] | SECURITY | cwe-476",
        "'properties': {'tags': ['reliability', 'cwe-476']} | CORRECTNESS | cwe-476",
        "'properties': {'cwe': 'CWE-22', 'security-severity': '5'} | SECURITY | cwe-22",
        "'properties': {'tags': ['performance']} | PERFORMANCE |",
        "'properties': {'tags': ['Code Style']} | CODE_SMELL |",
        "'defaultConfiguration': {'level': 'error'} | CORRECTNESS |",
        "'defaultConfiguration': {'level': 'note'} | CODE_SMELL |"
      })
  void judgesRulesByTheirTags(String properties, Category category, String cwe) throws IOException {
    sarif(
        """
        {"tool": {"driver": {"name": "tool", "rules": [{"id": "r", %s}]}}, "results": [%s]}
        """
            .formatted(properties.replace('\'', '"'), inA("\"ruleId\": \"r\"")));

    assertThat(analyze().findings()).extracting(Finding::category).containsExactly(category);
    assertThat(analyzer().rules())
        .flatExtracting(Rule::tags)
        .isEqualTo(cwe == null ? List.of() : List.of(cwe));
  }

  @Test
  void takesWeaknessesFromResultsToo() throws IOException {
    String taxa = "\"taxa\": [{\"id\": \"%s\", \"toolComponent\": {\"name\": \"CWE\"}}]";
    sarif(
        run(
            inA("\"ruleId\": \"r\", " + taxa.formatted("22"))
                + ","
                + result(
                    "\"ruleId\": \"r\", " + taxa.formatted("23"),
                    "{\"uri\": \"" + A + "\"}",
                    "{\"startLine\": 4}")));

    assertThat(analyzer().rules()).flatExtracting(Rule::tags).containsExactly("cwe-22", "cwe-23");
    assertThat(analyze().findings()).hasSize(2);
  }

  @Test
  void readsAllRunsAndShowsEqualResultsOnce() throws IOException {
    String twice = inA("\"ruleId\": \"r\"") + "," + inA("\"ruleId\": \"r\"");
    Files.writeString(
        file,
        "\uFEFF{\"runs\": [%s, %s, 7, {}], \"version\": \"2.1.0\"}"
            .formatted(run(twice), run(inA("\"ruleId\": \"r\"")).replace("\"tool\"}", "\"b\"}")));

    assertThat(analyze().findings())
        .extracting(one -> one.rule().value())
        .containsExactly("b/r", "tool/r");
  }

  @Test
  void tellsWhatTheToolCouldNotDo() throws IOException {
    sarif(
        """
        {"tool": {"driver": {"name": "tool"}}, "invocations": [{"executionSuccessful": false,
          "toolConfigurationNotifications": [{"level": "error", "message": {"text": "no such rule"}},
            {"level": "error"}, {"level": "note", "message": {"text": "hello"}}],
          "toolExecutionNotifications": [{"level": "error", "message": {"text": "cannot parse"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "%s"}, "region": {"startLine": 3}}}]}]}]}
        """
            .formatted(A));

    assertThat(analyze().problems())
        .extracting(SarifAnalyzerTest::shown)
        .containsExactlyInAnyOrder(
            ".:0 tool: its run was not successful",
            ".:0 tool: no such rule",
            ".:0 tool: it reports an error without a text",
            A + ":3 tool: cannot parse");
  }

  @Test
  void looksOnlyAtWhatWasAskedFor() throws IOException {
    sarif(run(inA("\"ruleId\": \"r\"")));

    assertThat(analyze(Scope.everything().withCategories(Set.of(Category.SECURITY))).findings())
        .isEmpty();
    try (Snapshot snapshot = snapshot()) {
      AnalysisReport nothing =
          analyzer()
              .analyze(
                  new AnalysisRequest(
                      snapshot,
                      List.of(),
                      Scope.everything(),
                      Progress.none(),
                      Cancellation.create()));
      assertThat(nothing.files()).isEmpty();
      assertThat(nothing.problems()).isEmpty();
    }
  }

  @Test
  void countsLinesOfOtherEncodingsToo() throws IOException {
    Files.write(folder.resolve(A), "\n// \u00fc\n".getBytes(StandardCharsets.ISO_8859_1));
    sarif(run(result("\"ruleId\": \"r\"", "{\"uri\": \"" + A + "\"}", "{\"startLine\": 2}")));

    assertThat(analyze().findings())
        .extracting(SarifAnalyzerTest::place)
        .containsExactly(A + " 2:1-2:5");
  }

  @Test
  void reportsAFileThatVanished() throws IOException {
    sarif(run(inA("\"ruleId\": \"r\"")));
    try (Snapshot snapshot = snapshot()) {
      Files.delete(folder.resolve(A));
      AnalysisReport report =
          analyzer()
              .analyze(
                  new AnalysisRequest(
                      snapshot,
                      snapshot.files(),
                      Scope.everything(),
                      Progress.none(),
                      Cancellation.create()));
      assertThat(report.problems())
          .singleElement()
          .satisfies(one -> assertThat(shown(one)).startsWith(A + ":0 cannot be read: "));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\": \"2.0.0\", \"runs\": []} | its version is 2.0.0",
        "{\"runs\": []} | its version is none",
        "[] | its version is none",
        "7 | its version is none",
        "{\"version\": \"2.1.0\", \"runs\": [{ | it is no JSON: ",
        "<xml/> | it is no JSON: ",
      })
  void refusesWhatIsNoSarif(String text, String reason) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(this::analyze)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Cannot read SARIF file '" + file + "': " + reason);
  }

  @Test
  void refusesAnEmptyFileOneThatIsGoneAndOneThatIsTooDeep() throws IOException {
    Files.writeString(file, "");
    assertThatThrownBy(this::analyze).isInstanceOf(InvalidRequestException.class);
    Files.writeString(file, "{\"version\": \"2.1.0\", \"runs\": " + "[".repeat(200_000));
    assertThatThrownBy(this::analyze).isInstanceOf(InvalidRequestException.class);
    Files.delete(file);
    assertThatThrownBy(this::analyze)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("there is no such file");
  }

  /** Cut or damaged at any place, a file is refused or read in part, and nothing else happens. */
  @Test
  void survivesDamagedFiles() throws IOException {
    String whole =
        "{\"version\": \"2.1.0\", \"runs\": ["
            + run(inA("\"ruleId\": \"r\", \"suppressions\": [{}], \"taxa\": [{}]"))
            + "]}";
    Random random = new Random(42);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      StringBuilder damaged = new StringBuilder(whole);
      for (int j = 0; j < 3; j++) {
        damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\",:7x".charAt(random.nextInt(9)));
      }
      Files.writeString(
          file, i % 2 == 0 ? damaged : damaged.substring(0, random.nextInt(damaged.length())));
      try {
        assertThat(analyze().findings()).hasSizeLessThan(2);
      } catch (InvalidRequestException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(250, 499);
  }

  @Test
  void keepsLittleOfHugeResults() throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(
          "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"tool\"}}, \"results\": [");
      String flow = "\"codeFlows\": [" + "{\"threadFlows\": [[]]},".repeat(100) + "{}], ";
      for (int i = 0; i < 2_000; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(
            inA(flow + "\"ruleId\": \"r" + i + "\"")
                .replace("\"m\"", "\"" + "m".repeat(5_000) + "\""));
      }
      out.write("]}]}");
    }

    assertThat(analyze().findings())
        .hasSize(2_000)
        .allSatisfy(one -> assertThat(one.message().length()).isLessThan(1_100));
  }

  private void sarif(String run) throws IOException {
    Files.writeString(file, "{\"version\": \"2.1.0\", \"runs\": [" + run + "]}");
  }

  private static String run(String results) {
    return "{\"tool\": {\"driver\": {\"name\": \"tool\"}}, \"results\": [" + results + "]}";
  }

  private static String inA(String more) {
    return result(more, "{\"uri\": \"" + A + "\"}", "{\"startLine\": 2}");
  }

  private static String result(String more, String location, String region) {
    return """
        {%s, "message": {"text": "m"},
         "locations": [{"physicalLocation": {"artifactLocation": %s, "region": %s}}]}
        """
        .formatted(more, location, region);
  }

  private void write(String path, String text) throws IOException {
    Path place = folder.resolve(path);
    Files.createDirectories(place.getParent());
    Files.writeString(place, text);
  }

  private SarifAnalyzer analyzer() {
    return SarifAnalyzer.of(file, folder);
  }

  private Snapshot snapshot() {
    return Repositories.open(folder).snapshot(Optional.empty());
  }

  private AnalysisReport analyze() {
    return analyze(Scope.everything());
  }

  private AnalysisReport analyze(Scope scope) {
    try (Snapshot snapshot = snapshot()) {
      return analyzer()
          .analyze(
              new AnalysisRequest(
                  snapshot, snapshot.files(), scope, Progress.none(), Cancellation.create()));
    }
  }

  private static String place(Finding finding) {
    var range = finding.range();
    return "%s %d:%d-%d:%d"
        .formatted(
            finding.path(),
            range.startLine(),
            range.startColumn(),
            range.endLine(),
            range.endColumn());
  }

  private static String shown(FileProblem problem) {
    return problem.path() + ":" + problem.line() + " " + problem.reason();
  }
}
