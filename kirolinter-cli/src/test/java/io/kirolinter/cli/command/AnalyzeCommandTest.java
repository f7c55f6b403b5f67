package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeCommandTest {

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void printsFindingsAsOneJsonDocument() {
    JsonNode report = json("analyze", ".");

    assertThat(report.get("files").intValue()).isEqualTo(2);
    assertThat(report.get("lines").intValue()).isEqualTo(16);
    assertThat(report.get("problems")).isEmpty();
    JsonNode unused = report.get("findings").get(0);
    assertThat(unused.get("rule").textValue()).isEqualTo("unused-import");
    assertThat(unused.get("category").textValue()).isEqualTo("code-smell");
    assertThat(unused.get("severity").textValue()).isEqualTo("low");
    assertThat(unused.get("path").textValue()).isEqualTo(SampleCode.GREETING);
    assertThat(place(unused)).isEqualTo("3:1-3:23");
    assertThat(unused.get("message").textValue()).isNotBlank();
    assertThat(unused.get("fingerprint").textValue()).matches("[0-9a-f]{16}");
    assertThat(unused.get("fix").textValue()).isEqualTo("safe");
    JsonNode weak = report.get("findings").get(1);
    assertThat(weak.get("rule").textValue()).isEqualTo("weak-hash");
    assertThat(weak.get("severity").textValue()).isEqualTo("high");
    assertThat(weak.get("fix").textValue()).isEqualTo("none");
  }

  @Test
  void countsColumnsInUtf16Units() {
    repository.write("src/main/java/a/Greeting.java", "/*\uD83D\uDE00*/ import java.util.List;\n");

    assertThat(place(json("analyze", ".", "--rules", "unused-import").get("findings").get(0)))
        .isEqualTo("1:8-1:30");
  }

  @Test
  void showsPeopleTheLineWithACaretUnderThePlace() {
    Outcome outcome = cli.run("analyze", ".").exitedWith(0);

    assertThat(outcome.out().lines().limit(3).toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(0))
                  .startsWith(SampleCode.GREETING + ":3:1: low: ")
                  .endsWith(" [unused-import] (fix: safe)");
              assertThat(lines.get(1)).isEqualTo("    import java.util.List;");
              assertThat(lines.get(2)).isEqualTo("    ^^^^^^^^^^^^^^^^^^^^^^");
            });
    assertThat(outcome.out())
        .endsWith("2 findings in 2 files (16 lines), 1 with a safe fix; 0 problems\n");
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"low, 1", "medium, 1", "high, 1", "HIGH, 1", "critical, 0"})
  void endsWithOneOnAFindingAtOrAboveTheSeverity(String severity, int expected) {
    Outcome outcome = cli.run("analyze", ".", "--fail-on", severity, "--format", "json");

    assertThat(outcome.exitedWith(expected).json().get("findings")).hasSize(2);
  }

  @Test
  void judgesOnlyTheFindingsThatWereAskedFor() {
    cli.run("analyze", ".", "--fail-on", "high", "--category", "code-smell").exitedWith(0);
    cli.run("analyze", ".", "--fail-on", "high", "--category", "security").exitedWith(1);
  }

  @Test
  void keepsToTheRulesAndCategoriesThatAreNamed() {
    assertThat(rules("--rules", "weak-hash")).containsExactly("weak-hash");
    assertThat(rules("--rules", "weak-hash,unused-import"))
        .containsExactly("unused-import", "weak-hash");
    assertThat(rules("--category", "code-smell")).containsExactly("unused-import");
    assertThat(rules("--category", "code-smell,security"))
        .containsExactly("unused-import", "weak-hash");
    assertThat(rules("--category", "performance")).isEmpty();
  }

  @Test
  void analysesOneFileOrFolder() {
    assertThat(json("analyze", SampleCode.LOGIN).get("files").intValue()).isEqualTo(1);
    assertThat(json("analyze", "src").get("files").intValue()).isEqualTo(2);
    assertThat(
            json("analyze", repository.folder().resolve(SampleCode.LOGIN).toString())
                .get("findings")
                .get(0)
                .get("path")
                .textValue())
        .isEqualTo(SampleCode.LOGIN);
  }

  @Test
  void takesTestCodeInWhenAsked() {
    repository.write("src/test/java/ATest.java", "import java.util.List;\nclass ATest {}\n");

    assertThat(rules()).hasSize(2);
    assertThat(rules("--include-tests")).hasSize(3);
  }

  @Test
  void looksAtTheFilesAsTheyLieOnDiskAndWritesNothingThere() {
    repository.write(SampleCode.GREETING, "package a;\n\nclass Greeting {}\n");
    FileTree before = FileTree.of(repository.folder());

    assertThat(rules()).containsExactly("weak-hash");

    assertThat(FileTree.of(repository.folder())).isEqualTo(before);
  }

  @Test
  void writesNothingAnywhereWithoutACache() {
    FileTree before = FileTree.of(temp);

    assertThat(rules("--no-cache")).containsExactly("unused-import", "weak-hash");

    assertThat(FileTree.of(temp)).isEqualTo(before);
  }

  @Test
  void answersFromTheCacheWhatHasNotChanged() throws Exception {
    assertThat(rules()).hasSize(2);
    execute("UPDATE entry SET value = replace(value, 'MD5', 'XXX'), checksum = 0");
    assertThat(rules()).hasSize(2); // nothing damaged is believed

    assertThat(temp.resolve("home/kirolinter.db")).doesNotExist();
    repository.write(SampleCode.GREETING, "package a;\n\nclass Greeting {}\n");
    assertThat(rules()).containsExactly("weak-hash");
  }

  @Test
  void saysOnceThatItCannotKeepResultsAndGoesOn() throws Exception {
    Files.createDirectories(temp.resolve("home/cache-2.db/no-file"));

    Outcome outcome = cli.run("analyze", ".").exitedWith(0);

    assertThat(outcome.out()).contains("2 findings");
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("Cannot open data store")
        .contains("results are not kept");
  }

  @Test
  void printsSarif() {
    JsonNode run =
        cli.run("analyze", ".", "--format", "sarif", "--fail-on", "high")
            .exitedWith(1)
            .json()
            .at("/runs/0");

    assertThat(run.at("/tool/driver/name").textValue()).isEqualTo("KiroLinter");
    assertThat(run.get("results")).hasSize(2);
    assertThat(run.at("/results/0/fixes")).hasSize(1);
    assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri").textValue())
        .isEqualTo(SampleCode.GREETING);
  }

  @Test
  void sarifNamesTheRulesThatWereLookedForOnly() {
    JsonNode run =
        cli.run("analyze", ".", "--format", "sarif", "--rules", "weak-hash").json().at("/runs/0");

    assertThat(run.at("/tool/driver/rules")).hasSize(1);
    assertThat(run.get("results")).hasSize(1);
  }

  @Test
  void printsOneHtmlPage() {
    assertThat(cli.run("analyze", ".", "--format", "HTML").exitedWith(0).out())
        .startsWith("<!DOCTYPE html>")
        .contains("<mark>import java.util.List;</mark>")
        .endsWith("</html>\n");
  }

  @Test
  void writesTheResultToAFileAndNothingElseAnywhere() {
    for (String format : List.of("text", "json", "sarif", "html")) {
      String printed = cli.run("analyze", ".", "--format", format).out();

      Outcome outcome = cli.run("analyze", ".", "--format", format, "--output", "report");

      assertThat(outcome.exitedWith(0).out()).isEmpty();
      assertThat(repository.folder().resolve("report")).hasContent(printed);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsAnErrorWithAName() {
    Outcome outcome = cli.run("analyze", ".", "--output", "no/such/report");

    assertThat(outcome.exitedWith(3).out()).isEmpty();
    assertThat(outcome.err()).startsWith("Cannot write file '").contains("no/such/report");
  }

  @Test
  void coloursWhatAPersonSeesAndNothingElse() {
    String coloured = "\u001b[";
    assertThat(cli.runAtTerminal("", "analyze", ".").out()).contains(coloured);
    assertThat(cli.run("analyze", ".").out()).doesNotContain(coloured);
    assertThat(cli.runAtTerminal("", "analyze", ".", "--no-color").out()).doesNotContain(coloured);
    assertThat(cli.runAtTerminal("", "analyze", ".", "--format", "json").out())
        .doesNotContain(coloured);
    cli.runAtTerminal("", "analyze", ".", "--output", "report").exitedWith(0);
    assertThat(repository.folder().resolve("report")).content().doesNotContain(coloured);
    assertThat(cli.with("NO_COLOR", "1").runAtTerminal("", "analyze", ".").out())
        .doesNotContain(coloured);
  }

  private void execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("home/cache-2.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  private List<String> rules(String... more) {
    List<String> args = new ArrayList<>(List.of("analyze", "."));
    args.addAll(List.of(more));
    return StreamSupport.stream(
            json(args.toArray(String[]::new)).get("findings").spliterator(), false)
        .map(finding -> finding.get("rule").textValue())
        .toList();
  }

  private JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    Outcome outcome = cli.run(all.toArray(String[]::new)).exitedWith(0);
    assertThat(outcome.err()).isEmpty();
    return outcome.json();
  }

  private static String place(JsonNode finding) {
    return "%d:%d-%d:%d"
        .formatted(
            finding.get("startLine").intValue(),
            finding.get("startColumn").intValue(),
            finding.get("endLine").intValue(),
            finding.get("endColumn").intValue());
  }
}
