package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.review.RulePages;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.FileTree;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.core.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules, templates, jobs, doctor and completion. */
class SmallCommandsTest {

  @TempDir Path temp;
  private Cli cli;

  @BeforeEach
  void makeCli() {
    cli = Cli.in(temp, temp.resolve("home"));
  }

  @Test
  void listsEveryRule() {
    List<Rule> rules = RulePages.rules();

    JsonNode listed = cli.run("rules", "--format", "json").exitedWith(0).json();

    assertThat(listed).hasSize(rules.size());
    assertThat(listed.get(0).fieldNames())
        .toIterable()
        .contains("id", "name", "description", "category", "severity", "fixLevel", "tags");
    assertThat(listed).anyMatch(rule -> rule.get("tags").toString().contains("cwe-328"));
    assertThat(cli.run("rules").out().lines())
        .hasSize(rules.size() + 9)
        .anyMatch(line -> line.matches("  weak-hash +high +fix: none +Weak hash function"))
        .anyMatch(line -> line.matches("performance: \\d\\d rules"))
        .last()
        .matches(line -> line.matches(rules.size() + " rules, \\d\\d with a safe fix"));
  }

  @Test
  void listsTheRulesOfACategory() {
    assertThat(cli.run("rules", "--category", "security").exitedWith(0).out())
        .startsWith("security: ")
        .contains("weak-hash")
        .doesNotContain("code-smell", "unused-import");
    assertThat(
            cli.run("rules", "--category", "security,performance", "--format", "json")
                .exitedWith(0)
                .json())
        .extracting(rule -> rule.get("category").textValue())
        .containsOnly("security", "performance");
  }

  @Test
  void explainsARuleWithItsPage() {
    Outcome outcome = cli.run("rules", "weak-hash").exitedWith(0);

    assertThat(outcome.out())
        .startsWith("Weak hash function\n==================\n")
        .contains("\nBad\n---\n", "\nGood\n----\n", "cwe-328")
        .doesNotContain("```");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void explainsARuleInJson() {
    JsonNode rule = cli.run("rules", "weak-hash", "--format", "json").exitedWith(0).json();

    assertThat(rule.get("id").textValue()).isEqualTo("weak-hash");
    assertThat(rule.get("category").textValue()).isEqualTo("security");
    assertThat(rule.get("severity").textValue()).isEqualTo("high");
  }

  @Test
  void listsTheSixTemplatesWithTheirSteps() {
    JsonNode templates = cli.run("agent", "templates", "--format", "json").exitedWith(0).json();

    assertThat(templates)
        .extracting(template -> template.get("name").textValue())
        .containsExactly(
            "full_review",
            "quick_fix",
            "monitor",
            "security_focus",
            "performance_audit",
            "maintenance");
    assertThat(templates.get(0).get("steps").findValuesAsText("name"))
        .containsExactly("predict", "analyze", "fix", "integrate", "learn");
    assertThat(cli.run("agent", "templates").out().lines())
        .hasSize(6)
        .anyMatch(line -> line.matches("monitor +predict, analyze, notify +Watches .*"));
  }

  @Test
  void hasNoJobsAtFirst() {
    assertThat(cli.run("agent", "jobs").exitedWith(0).out()).isEqualTo("No jobs.\n");
    assertThat(cli.run("agent", "jobs", "--format", "json").exitedWith(0).json()).isEmpty();
    cli.run("agent", "jobs", "--remove", "nightly")
        .refusedWith(
            2,
            "Cannot remove job 'nightly': there is no such job; expected the id of a job, as"
                + " 'kirolinter agent jobs' lists them. There are no jobs.");
  }

  @Test
  void findsNothingWrongWithThisMachine() {
    JsonNode findings = cli.run("doctor", "--format", "json").exitedWith(0).json();

    assertThat(findings)
        .extracting(finding -> finding.get("subject").textValue())
        .containsExactly("java", "git", "memory");
    assertThat(findings).allMatch(finding -> finding.get("ok").booleanValue());
    assertThat(cli.run("doctor").out())
        .contains("ok       java         " + Runtime.version())
        .contains("ok       git          git version ")
        .contains("ok       memory       " + temp.resolve("home"));
  }

  @Test
  void saysWhatIsWrongAndEndsWithThree() throws IOException {
    Files.writeString(temp.resolve("home"), "no folder");

    Outcome outcome = cli.run("doctor").exitedWith(3);

    assertThat(outcome.out())
        .contains("ok       java")
        .contains("NOT OK   memory       Cannot open data folder '" + temp.resolve("home") + "': ");
  }

  @Test
  void setsADamagedStoreAsideWhenAskedTo() throws IOException {
    Path home = Files.createDirectories(temp.resolve("home"));
    Path store = Files.writeString(home.resolve("kirolinter.db"), "my notes ".repeat(2000));
    assertThat(cli.run("doctor").exitedWith(3).out()).contains("kirolinter doctor --repair");
    assertThat(store).hasContent("my notes ".repeat(2000));

    Outcome outcome = cli.run("doctor", "--repair").exitedWith(0);

    Path aside = home.resolve("kirolinter.db.damaged-20261122-181530");
    assertThat(outcome.err()).contains("Set the damaged data store aside, as " + aside);
    assertThat(aside).hasContent("my notes ".repeat(2000));
    assertThat(cli.run("doctor", "--repair").exitedWith(0).err())
        .contains("There is no damaged data store; nothing was changed.");
  }

  @Test
  void printsACompletionScriptThatBashUnderstands() throws Exception {
    for (String shell : List.of("bash", "zsh")) {
      Outcome outcome = cli.run("completion", shell).exitedWith(0);
      Path script = Files.writeString(temp.resolve(shell), outcome.out());

      Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();

      assertThat(bash.waitFor()).isZero();
      assertThat(outcome.out()).contains("kirolinter", "ab-test", "--template-a");
      assertThat(outcome.err()).isEmpty();
    }
  }

  @Test
  void looksAtNothingOnDiskForWhatIsBuiltIn() {
    FileTree before = FileTree.of(temp);

    cli.run("rules").exitedWith(0);
    cli.run("agent", "templates").exitedWith(0);
    cli.run("completion", "bash").exitedWith(0);

    assertThat(FileTree.of(temp)).isEqualTo(before);
  }
}
