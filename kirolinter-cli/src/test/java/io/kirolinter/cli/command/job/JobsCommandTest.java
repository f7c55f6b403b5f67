package io.kirolinter.cli.command.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs as people add, change and list them, while no daemon is there. */
class JobsCommandTest {

  @TempDir Path temp;
  private Cli cli;

  @BeforeEach
  void makeRepository() {
    Path folder = SampleCode.repository(temp.resolve("repository")).folder();
    cli = Cli.in(folder, temp.resolve("home"));
  }

  private Outcome add(String template, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("agent", "workflow", "--template", template, "--mode", "background"));
    words.add("--no-daemon");
    words.addAll(List.of(options));
    return cli.run(words.toArray(String[]::new));
  }

  private JsonNode added(String template, String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--format", "json"));
    return add(template, words.toArray(String[]::new)).exitedWith(0).json();
  }

  private JsonNode change(String verb, String id) {
    return cli.run("agent", "jobs", verb, id, "--format", "json").exitedWith(0).json();
  }

  private JsonNode jobs() {
    return cli.run("agent", "jobs", "--format", "json").exitedWith(0).json();
  }

  @Test
  void aJobIsAddedAndReplacedAndShownWithItsTimes() {
    Outcome outcome = add("full_review", "--interval", "2w").exitedWith(0);
    String id = jobs().get(0).get("id").textValue();

    assertThat(outcome.out())
        .isEqualTo(
            "Job %s: every PT336H, next at 2026-11-22T18:15:30Z\nNo daemon: start one by 'kirolinter daemon start'.\n"
                .formatted(id));
    JsonNode job =
        added(
                "full_review",
                "--cron",
                "30 2 * * mon-fri",
                "--zone",
                "Australia/Lord_Howe",
                "--jitter",
                "5m",
                "--missed",
                "skip",
                "--on-commit")
            .get("job");

    assertThat(jobs()).hasSize(1);
    assertThat(job).isEqualTo(jobs().get(0));
    assertThat(job.get("id").textValue()).isEqualTo(id);
    assertThat(job.get("interval").isNull()).isTrue();
    assertThat(job.get("cron").textValue()).isEqualTo("30 2 * * mon-fri");
    assertThat(job.get("zone").textValue()).isEqualTo("Australia/Lord_Howe");
    assertThat(job.get("jitter").textValue()).isEqualTo("PT5M");
    assertThat(job.get("missed").textValue()).isEqualTo("skip");
    assertThat(job.get("onCommit").booleanValue()).isTrue();
    assertThat(job.get("nextDue").textValue()).isEqualTo("2026-11-23T15:30:00Z");
  }

  @Test
  void theTemplateMonitorWatchesCommitsUnlessToldNotTo() {
    assertThat(added("monitor").at("/job/onCommit").booleanValue()).isTrue();
    assertThat(added("monitor").at("/job/interval").textValue()).isEqualTo("PT24H");
    assertThat(added("monitor", "--no-on-commit").at("/job/onCommit").booleanValue()).isFalse();
    assertThat(added("maintenance").at("/job/onCommit").booleanValue()).isFalse();
    assertThat(added("maintenance", "--on-commit").at("/job/nextDue").isNull()).isTrue();
  }

  @Test
  void aJobIsPausedResumedRunAndRemoved() {
    added("monitor");
    String id = jobs().get(0).get("id").textValue();

    assertThat(change("pause", id).get("paused").booleanValue()).isTrue();
    cli.clock().advance(Duration.ofHours(30));
    JsonNode resumed = change("resume", id);
    assertThat(resumed.get("paused").booleanValue()).isFalse();
    assertThat(resumed.get("nextDue").textValue()).isEqualTo("2026-11-24T18:15:30Z");
    assertThat(change("run-now", id).get("run").textValue()).startsWith("20261124-001530-");
    assertThat(cli.run("agent", "jobs", "list").exitedWith(0).out())
        .contains("run 20261124-001530-", "is about to start");
    assertThat(cli.run("agent", "jobs", "pause", id).err())
        .isEqualTo("Note: no daemon is there to fire it; see 'kirolinter daemon'.\n");
    assertThat(cli.run("agent", "jobs", "remove", id).exitedWith(0).out()).isEqualTo("No jobs.\n");
    cli.run("agent", "jobs", "run-now", id)
        .refusedWith(
            2,
            "Cannot run job '%s': there is no such job; expected the id of a job, as 'kirolinter agent jobs' lists them. There are no jobs."
                .formatted(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cron '61 * * * *'                 | Cannot use cron expression '61 * * * *': its minute is '61'",
        "--cron ''                           | Cannot use cron expression",
        "--cron '0 3 * * *' --interval 2h    | Cannot use option '--cron': there is an --interval too",
        "--zone UTC                          | Cannot use option '--zone': there is no --cron",
        "--cron @daily --zone Europe/Berln   | Cannot use time zone 'Europe/Berln': there is none of this name; expected a name such as Europe/Berlin or UTC. Did you mean 'Europe/Berlin'?",
        "--interval 10m --jitter 10m         | Cannot use option '--jitter': it is PT10M; expected less than the interval",
        "--interval 9999w                    | Cannot use option '--interval': it is over ten years",
        "--on-commit --no-on-commit          | Cannot use option '--on-commit'",
        "--missed twice                      | Cannot use option '--missed': it was 'twice'; expected one of skip, once",
      })
  void whatCannotBeScheduledIsRefusedAndNotKept(String options, String error) {
    List<String> words = new ArrayList<>();
    for (String word : options.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
      words.add(word.replace("'", ""));
    }

    Outcome outcome = add("monitor", words.toArray(String[]::new)).exitedWith(2);

    assertThat(outcome.err()).startsWith(error);
    assertThat(jobs()).isEmpty();
  }
}
