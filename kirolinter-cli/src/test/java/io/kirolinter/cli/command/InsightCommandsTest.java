package io.kirolinter.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that tell something about a repository and its runs. */
class InsightCommandsTest {

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

    assertThat(outcome.exitedWith(0).out()).isEqualTo("No history to predict from.\n");
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
