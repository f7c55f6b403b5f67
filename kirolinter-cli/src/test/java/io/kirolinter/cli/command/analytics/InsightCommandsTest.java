package io.kirolinter.cli.command.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that tell something about a repository and its runs. */
class InsightCommandsTest {

  private static final String WORSE =
      """
      package a;

      import java.util.List;

      class More%d {
        void run() {
          try {
            System.out.println(1);
          } catch (RuntimeException e) {
          }
        }
      }
      """;

  @TempDir Path temp;
  private TestRepository repository;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    cli = Cli.in(repository.folder(), temp.resolve("home"));
  }

  @Test
  void ranksFilesByRiskWithReasons() {
    repository.write(SampleCode.LOGIN, "package a;\n\nclass Login {}\n").commit("fix: the login");

    JsonNode ranking = json("agent", "predict", "--repo", ".");

    JsonNode first = ranking.get("files").get(0);
    assertThat(first.get("path").textValue()).isEqualTo(SampleCode.LOGIN);
    assertThat(first.get("score").doubleValue()).isBetween(0.0, 1.0);
    assertThat(first.get("reasons")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(first.get("action").textValue()).endsWith(".");
    assertThat(ranking.get("commitsRead").intValue()).isEqualTo(2);
    assertThat(cli.run("agent", "predict").exitedWith(0).out())
        .startsWith(SampleCode.LOGIN)
        .endsWith("From 2 commits.\n");
  }

  @Test
  void saysThatThereIsNoHistoryToPredictFrom() {
    TestRepository empty = TestRepository.init(temp.resolve("empty"));

    Outcome outcome = cli.run("agent", "predict", "--repo", empty.folder().toString());

    assertThat(outcome.exitedWith(0).out())
        .isEqualTo(
            "Nothing is predicted: there is no history: the repository has no commits yet.\n");
  }

  @Test
  void notesThatAShallowCloneTellsLittle() {
    repository.write("src/main/java/a/More.java", "package a;\n\nclass More {}\n").commit("more");
    Path place = temp.resolve("shallow");
    repository.git(
        "clone", "--quiet", "--depth", "1", repository.folder().toUri().toString(), "" + place);

    Outcome outcome = cli.run("agent", "predict", "--repo", place.toString()).exitedWith(0);

    assertThat(outcome.err()).contains("the clone is shallow", "git fetch --unshallow");
    assertThat(cli.run("agent", "predict").err()).doesNotContain("shallow");
  }

  @Test
  void saysHowLittleAnEmptyHistoryTells() {
    JsonNode report = json("agent", "analytics", "--repo", ".", "--workflows");

    assertThat(report.get("summary").get("runs").intValue()).isZero();
    JsonNode success = report.get("summary").get("success");
    assertThat(success.get("trials").intValue()).isZero();
    assertThat(success.get("interval").get("low").doubleValue()).isZero();
    assertThat(success.get("interval").get("high").doubleValue()).isEqualTo(1);
    assertThat(report.get("recommendations").get(0).get("kind").textValue())
        .isEqualTo("not-enough-data");
    assertThat(cli.run("agent", "analytics", "--workflows").exitedWith(0).out())
        .startsWith("0 runs, 0 findings removed, success 0 of 0 (95 % interval 0.00 to 1.00)\n")
        .contains("Advice: not enough data: 0 ended runs, 5 needed");
  }

  @Test
  void countsTheRunsOfTheTimeThatWasAskedFor() {
    cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);
    cli.clock().advance(Duration.ofDays(40));
    cli.run("agent", "workflow", "--template", "maintenance").exitedWith(0);

    assertThat(runs("agent", "analytics", "--workflows")).isEqualTo(1);
    assertThat(runs("agent", "analytics", "--workflows", "--since", "8w")).isEqualTo(2);
    Outcome text = cli.run("agent", "analytics", "--workflows", "--since", "8w").exitedWith(0);
    assertThat(text.out())
        .startsWith("2 runs, 0 findings removed, success 2 of 2")
        .contains("template monitor", "template maintenance", "step analyze");
  }

  @Test
  void writesAPageThatIsWholeByItself() throws IOException {
    cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);
    Path page = temp.resolve("page.html");

    Outcome outcome =
        cli.run(
            "agent", "analytics", "--workflows", "--format", "html", "--output", page.toString());

    assertThat(outcome.exitedWith(0).out()).isEmpty();
    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("Chart.js v", "monitor", "default-src 'none'")
        .doesNotContain("http://", "src=\"");
  }

  @Test
  void reportsAllRepositoriesTogether() {
    cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);

    JsonNode report = json("agent", "analytics", "--workflows", "--all-repos");

    assertThat(report.get("repositories")).hasSize(1);
    assertThat(report.get("summary").get("runs").intValue()).isEqualTo(1);
    assertThat(report.get("quality").isNull()).isTrue();
  }

  @Test
  void runsATemplateOnceADayWhereAMetricGetsWorse() {
    // eight days, each with more findings
    for (int day = 0; day < 8; day++) {
      repository.write("src/main/java/a/More" + day + ".java", WORSE.formatted(day)).commit("more");
      cli.run("agent", "workflow", "--template", "monitor").exitedWith(0);
      cli.clock().advance(Duration.ofDays(1));
    }
    assertThat(json("agent", "analytics", "--workflows").get("warnings").findValuesAsText("metric"))
        .contains("findings");

    Outcome first =
        cli.run("agent", "analytics", "--workflows", "--on-decline", "maintenance").exitedWith(0);
    Outcome second =
        cli.run("agent", "analytics", "--workflows", "--on-decline", "maintenance").exitedWith(0);

    assertThat(first.out()).contains("Warning: findings is getting worse");
    assertThat(first.err()).contains("ran maintenance, which succeeded");
    assertThat(second.err()).doesNotContain("ran maintenance");
    assertThat(runs("agent", "analytics", "--workflows")).isEqualTo(9);
  }

  @Test
  void refusesAnUnknownTemplateForADeclineBeforeItLooks() {
    Outcome outcome = cli.run("agent", "analytics", "--workflows", "--on-decline", "maintenanc");

    assertThat(outcome.exitedWith(2).err()).contains("maintenance");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aModelThatDoesNotAnswerTakesNothingAway() {
    Outcome outcome =
        cli.with("KIROLINTER_AI_URL", "http://127.0.0.1:1/v1")
            .with("KIROLINTER_AI_MODEL", "tiny")
            .with("KIROLINTER_AI_KEY", "sk-hidden-from-all")
            .run("agent", "analytics", "--workflows");

    assertThat(outcome.exitedWith(0).out()).contains("Advice: not enough data");
    assertThat(outcome.err())
        .contains("Note: Cannot ask language model 'tiny at http://127.0.0.1:1/v1'")
        .doesNotContain("sk-hidden-from-all");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThat(cli.run("dashboard", "--port", "70000").exitedWith(2).err())
        .contains("expected 0 to 65535");
  }

  private int runs(String... args) {
    return json(args).get("summary").get("runs").intValue();
  }

  private JsonNode json(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--format";
    all[args.length + 1] = "json";
    return cli.run(all).exitedWith(0).json();
  }
}
