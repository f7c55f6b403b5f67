package io.kirolinter.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerOptionTest {

  private static final String SARIF =
      """
      {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "SpotBugs", "rules": [
          {"id": "WEAK_MESSAGE_DIGEST_MD5", "properties": {"tags": ["SECURITY"]}}]}},
        "results": [
          {"ruleId": "WEAK_MESSAGE_DIGEST_MD5", "level": "error", "message": {"text": "md5"}, "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": "%1$s"}, "region": {"startLine": 5}}}]},
          {"ruleId": "NM_ODD", "message": {"text": "odd"}, "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": "%1$s"}, "region": {"startLine": 3}}}]}]}]}
      """
          .formatted(SampleCode.LOGIN);

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = SampleCode.repository(temp.resolve("repository"));
    repository
        .write("src/main/java/a/Sweeper.java", "class Sweeper { void sweep() { System.gc(); } }\n")
        .commit("second");
    cli = Cli.in(repository.folder(), temp.resolve("home"));
    Files.writeString(repository.folder().resolve("tool.sarif"), SARIF);
  }

  @Test
  void showsWhatSeveralAnalyzersFindOnce() {
    JsonNode report = json("analyze", ".", "--analyzer", "java,pmd,sarif=tool.sarif");

    assertThat(rules(report))
        .containsExactly(
            "unused-import",
            "spotbugs/NM_ODD",
            "weak-hash",
            "pmd/DoNotCallGarbageCollectionExplicitly");
    assertThat(report.get("files").intValue()).isEqualTo(3);
    assertThat(report.get("lines").intValue()).isEqualTo(17);
    assertThat(report.get("problems")).isEmpty();
  }

  @Test
  void usesTheRuleSetThatIsNamed() {
    String set = "category/java/codestyle.xml/NoPackage";

    assertThat(rules(json("analyze", ".", "--analyzer", "pmd", "--pmd-ruleset", set)))
        .containsExactly("pmd/NoPackage");
    assertThat(rules(json("analyze", ".", "--pmd-ruleset", set)))
        .containsExactly("unused-import", "weak-hash", "pmd/NoPackage");
    assertThat(
            rules(
                json(
                    "analyze",
                    ".",
                    "--analyzer",
                    "pmd",
                    "--rules",
                    "pmd/DoNotCallGarbageCollectionExplicitly")))
        .containsExactly("pmd/DoNotCallGarbageCollectionExplicitly");
  }

  @Test
  void refusesAnalyzersFilesAndRuleSetsThatDoNotExist() {
    assertThat(cli.run("analyze", ".", "--analyzer", "jav").exitedWith(2).err())
        .contains("Cannot use analyzer 'jav'", "Did you mean 'java'?");
    assertThat(cli.run("analyze", ".", "--analyzer", "sarif=nix").exitedWith(2).err())
        .contains("Cannot read SARIF file 'nix'");
    assertThat(cli.run("analyze", ".", "--pmd-ruleset", "nix.xml").exitedWith(2).err())
        .contains("Cannot load PMD rule set 'nix.xml'");
    assertThat(
            cli.run(
                    "agent",
                    "workflow",
                    "--repo",
                    ".",
                    "--template",
                    "monitor",
                    "--analyzer",
                    "jav")
                .exitedWith(2)
                .err())
        .contains("Cannot use analyzer 'jav'");
    assertThat(cli.run("rules", "--analyzer", "jav").exitedWith(2).err())
        .contains("Cannot use analyzer 'jav'");
  }

  @Test
  void doesNotLookCleanWhenAnAnalyzerFailed() throws IOException {
    Files.writeString(repository.folder().resolve("tool.sarif"), "{\"version\": \"1.0\"}");

    Outcome outcome = cli.run("analyze", ".", "--analyzer", "java,sarif=tool.sarif").exitedWith(3);
    assertThat(outcome.out())
        .contains("[weak-hash]", ".: not analysed: sarif: Cannot read SARIF file");
    cli.run("analyze", ".", "--analyzer", "java,sarif=tool.sarif", "--fail-on", "high")
        .exitedWith(1);
    cli.run("analyze", ".", "--analyzer", "sarif=tool.sarif").exitedWith(2);
  }

  @Test
  void aRunKeepsTheAnalyzersThatItStartedWith() throws IOException {
    Outcome outcome =
        cli.run(
                "agent",
                "workflow",
                "--repo",
                ".",
                "--template",
                "monitor",
                "--format",
                "json",
                "--analyzer",
                "sarif=tool.sarif")
            .exitedWith(0);

    JsonNode run = outcome.json();
    assertThat(run.get("findings").intValue()).isEqualTo(2);
    assertThat(run.get("steps").get(1).get("summary").textValue())
        .startsWith("2 findings in 1 file");
  }

  @Test
  void maintenanceIsThorough() {
    JsonNode run =
        cli.run("agent", "workflow", "--repo", ".", "--template", "maintenance", "--format", "json")
            .exitedWith(0)
            .json();

    assertThat(run.get("findings").intValue()).isEqualTo(3);
  }

  @Test
  void settingsChooseAnalyzersWhereTheCommandLineDoesNot() throws IOException {
    settings("config.yaml", "analyzers: [java]\n");
    assertThat(rules(json("analyze"))).containsExactly("unused-import", "weak-hash");

    settle("analyzers: [pmd, 'sarif=tool.sarif']\n");
    assertThat(rules(json("analyze", "src")))
        .containsExactly(
            "spotbugs/NM_ODD",
            "spotbugs/WEAK_MESSAGE_DIGEST_MD5",
            "pmd/DoNotCallGarbageCollectionExplicitly");
    assertThat(rules(json("analyze", "--analyzer", "java")))
        .containsExactly("unused-import", "weak-hash");
    assertThat(workflow("monitor").get("findings").intValue()).isEqualTo(3);
  }

  @Test
  void settingsNameRuleSetsThatOnlyCountWherePmdRuns() throws IOException {
    settings("config.yaml", "pmd: {rulesets: [rules.xml]}\n");
    settings("rules.xml", ruleSet("<rule ref='category/java/codestyle.xml/NoPackage'/>"));
    assertThat(rules(json("analyze"))).containsExactly("unused-import", "weak-hash");
    assertThat(rules(json("analyze", "--analyzer", "pmd"))).containsExactly("pmd/NoPackage");
    assertThat(workflow("maintenance").get("findings").intValue()).isEqualTo(3);
    assertThat(workflow("monitor").get("findings").intValue()).isEqualTo(2);

    settle("pmd: {rulesets: [category/java/bestpractices.xml/SystemPrintln]}\n");
    assertThat(rules(json("analyze", "--analyzer", "pmd"))).isEmpty();
    assertThat(
            workflow(
                    "monitor",
                    "--analyzer",
                    "pmd",
                    "--pmd-ruleset",
                    "category/java/codestyle.xml/NoPackage")
                .get("findings")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void aRepositoryNamesNothingOutsideOfItself() throws IOException {
    Files.writeString(temp.resolve("tool.sarif"), SARIF);
    settle("analyzers: ['sarif=../tool.sarif']\n");
    assertThat(cli.run("analyze").exitedWith(2).err()).contains("outside of the repository");
    assertThat(
            cli.run("agent", "workflow", "--repo", ".", "--template", "monitor")
                .exitedWith(2)
                .err())
        .contains("outside of the repository");

    settle("pmd: {rulesets: ['http://localhost/rules.xml']}\n");
    assertThat(cli.run("analyze", "--analyzer", "pmd").exitedWith(2).err())
        .contains("Cannot use PMD rule set of the repository 'http://localhost/rules.xml'");
    assertThat(
            rules(
                json(
                    "analyze",
                    "--analyzer",
                    "pmd",
                    "--pmd-ruleset",
                    "category/java/codestyle.xml/NoPackage")))
        .containsExactly("pmd/NoPackage");
  }

  private JsonNode workflow(String template, String... more) {
    List<String> all =
        new ArrayList<>(List.of("agent", "workflow", "--repo", ".", "--template", template));
    all.addAll(List.of(more));
    all.addAll(List.of("--format", "json"));
    return cli.run(all.toArray(String[]::new)).exitedWith(0).json();
  }

  private void settle(String text) {
    repository.write(".kirolinter.yaml", text).commit("settings");
  }

  private void settings(String name, String text) throws IOException {
    Files.createDirectories(temp.resolve("home"));
    Files.writeString(temp.resolve("home").resolve(name), text);
  }

  private static String ruleSet(String rules) {
    return """
        <?xml version="1.0"?>
        <ruleset name="own" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
          <description>own</description>
          %s
        </ruleset>
        """
        .formatted(rules);
  }

  @Test
  void listsAndExplainsTheRulesOfPmd() {
    assertThat(cli.run("rules", "--analyzer", "pmd").exitedWith(0).out())
        .contains("pmd/CloseResource")
        .doesNotContain("unused-import");
    assertThat(cli.run("rules").exitedWith(0).out()).doesNotContain("pmd/");
    assertThat(cli.run("rules", "pmd/CloseResource").exitedWith(0).out())
        .contains("Close resource", "cwe-772");
    assertThat(cli.run("rules", "pmd/CloseResourc").exitedWith(2).err())
        .contains("Did you mean 'pmd/CloseResource'?");
  }

  private JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--format", "json"));
    Outcome outcome = cli.run(all.toArray(String[]::new)).exitedWith(0);
    assertThat(outcome.err()).isEmpty();
    return outcome.json();
  }

  private static List<String> rules(JsonNode report) {
    return StreamSupport.stream(report.get("findings").spliterator(), false)
        .map(finding -> finding.get("rule").textValue())
        .toList();
  }
}
