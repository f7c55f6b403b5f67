package io.kirolinter.cli.daemon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.CommandProcess;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real daemons, which outlive the processes that start them. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class DaemonTest {

  private static final Duration LONG = Duration.ofSeconds(120);

  @TempDir Path temp;
  private TestRepository repository;
  private CommandProcess commands;
  private final List<Path> homes = new ArrayList<>();

  @BeforeEach
  void makeRepository() {
    repository = SampleCode.repository(temp.resolve("repository"));
    commands = inHome("home");
  }

  private CommandProcess inHome(String name) {
    homes.add(temp.resolve(name));
    return new CommandProcess(temp.resolve(name));
  }

  /** Nothing is left behind, also if a test fails. */
  @AfterEach
  void killDaemons() {
    for (Path home : homes) {
      DaemonFiles.in(home)
          .lastDaemon()
          .flatMap(DaemonProcess::handle)
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Looks in this process, which is faster than to start one. */
  private Outcome run(CommandProcess by, String... words) {
    return Cli.in(repository.folder(), by.home()).run(words).exitedWith(0);
  }

  private JsonNode json(CommandProcess by, String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--format", "json"));
    return run(by, all.toArray(String[]::new)).json();
  }

  private JsonNode addJob(CommandProcess by, String template, String... options) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "agent",
                "workflow",
                "--repo",
                repository.folder().toString(),
                "--template",
                template,
                "--mode",
                "background"));
    words.addAll(Arrays.asList(options));
    words.addAll(List.of("--format", "json"));
    return new Outcome(0, by.output(words.toArray(String[]::new)), "").json();
  }

  private JsonNode runs(CommandProcess by, String... options) {
    List<String> words = new ArrayList<>(List.of("agent", "runs"));
    words.addAll(Arrays.asList(options));
    return json(by, words.toArray(String[]::new));
  }

  private static ProcessHandle process(JsonNode daemon) {
    return ProcessHandle.of(daemon.get("pid").longValue()).orElseThrow();
  }

  private static void awaitEnd(ProcessHandle process) {
    await().atMost(LONG).until(() -> !process.isAlive());
  }

  private String log() throws Exception {
    return Files.readString(DaemonFiles.in(temp.resolve("home")).log());
  }

  @Test
  void theFirstJobStartsADaemonThatRunsItAndACommitRunsItAgain() throws Exception {
    JsonNode added = addJob(commands, "monitor");

    assertThat(added.get("daemonStarted").booleanValue()).isTrue();
    ProcessHandle daemon = process(added.get("daemon"));
    assertThat(daemon.isAlive()).isTrue();
    awaitEnded(1);
    repository.write("src/main/java/a/More.java", "package a;\n\nclass More {}\n").commit("more");
    awaitEnded(2);
    JsonNode again = addJob(commands, "maintenance", "--on-commit");
    assertThat(again.get("daemonStarted").booleanValue()).isFalse();
    assertThat(again.get("daemon")).isEqualTo(added.get("daemon"));
    assertThat(json(commands, "daemon", "start").get("daemon")).isEqualTo(added.get("daemon"));
    assertThat(refused("daemon", "run")).contains("one daemon for a data folder");

    assertThat(json(commands, "daemon", "stop").get("wasRunning").booleanValue()).isTrue();

    awaitEnd(daemon);
    assertThat(log()).contains("succeeded", "stopping; the steps in work", "stopped");
    assertThat(json(commands, "daemon", "status").get("running").booleanValue()).isFalse();
    assertThat(run(commands, "daemon", "status").out())
        .isEqualTo("There is no daemon; 'kirolinter daemon start' starts one.\n");
    assertThat(run(commands, "daemon", "stop").out()).isEqualTo("There is no daemon.\n");
  }

  private String refused(String... words) throws Exception {
    Path err = temp.resolve("err");
    Process process = commands.builder(words).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    return Files.readString(err);
  }

  /** A job whose fixes are verified for as long as the test wants, in the middle of that. */
  private ProcessHandle startInTheMiddle() throws Exception {
    String command =
        "touch '%s'; while [ ! -e '%s' ]; do sleep 0.05; done"
            .formatted(temp.resolve("begun"), temp.resolve("go"));
    JsonNode added = addJob(commands, "full_review", "--verify", command);
    await().atMost(LONG).until(() -> Files.exists(temp.resolve("begun")));
    return process(added.get("daemon"));
  }

  @Test
  void aKilledDaemonIsKnownAsSuchAndTheNextOneGoesOnWithItsRun() throws Exception {
    ProcessHandle killed = startInTheMiddle();
    killed.destroyForcibly();
    awaitEnd(killed);

    assertThat(run(commands, "daemon", "status").out()).contains("The last one", "was killed");
    Files.createFile(temp.resolve("go"));
    JsonNode next = json(commands, "daemon", "start");

    assertThat(next.get("started").booleanValue()).isTrue();
    awaitEnded(1);
    assertThat(runs(commands)).hasSize(1);
    assertThat(repository.git("branch", "--list", "kirolinter/*").lines()).hasSize(1);
    run(commands, "daemon", "stop");
  }

  @Test
  void aStoppedDaemonLetsTheStepEndAndTheNextOneGoesOnAfterIt() throws Exception {
    ProcessHandle daemon = startInTheMiddle();
    Process stop = commands.start("daemon", "stop");
    await().atMost(LONG).until(() -> log().contains("stopping; the steps in work"));
    Files.createFile(temp.resolve("go"));
    assertThat(stop.waitFor(60, SECONDS)).isTrue();
    awaitEnd(daemon);
    assertThat(runs(commands).get(0).get("status").textValue()).isIn("queued", "succeeded");

    json(commands, "daemon", "start");

    awaitEnded(1);
    assertThat(runs(commands)).hasSize(1);
    run(commands, "daemon", "stop");
  }

  @Test
  void asASecondRequestItCancelsItsRunsAndNothingIsHalfDone() throws Exception {
    ProcessHandle daemon = startInTheMiddle();

    daemon.destroy();
    await().atMost(LONG).until(() -> log().contains("stopping; the steps in work"));
    daemon.destroy();
    awaitEnd(daemon);

    assertThat(runs(commands).get(0).get("status").textValue()).isEqualTo("cancelled");
    assertThat(repository.git("branch", "--list", "kirolinter/*")).isBlank();
    assertThat(repository.git("worktree", "list").lines()).hasSize(1);
    assertThat(repository.git("status", "--porcelain")).isBlank();
  }

  @Test
  void twoDaemonsOnOneRedisFireEachJobOnce() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      CommandProcess other = inHome("other");
      String[] memory = {"--memory", redis.url()};
      for (CommandProcess each : List.of(commands, other)) {
        JsonNode started = json(each, "daemon", "start", "--memory", redis.url());
        assertThat(started.get("started").booleanValue()).isTrue();
      }
      for (String template : List.of("monitor", "maintenance", "full_review")) {
        addJob(commands, template, "--memory", redis.url(), "--no-on-commit");
      }

      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () ->
                  json(commands, "agent", "jobs", "--memory", redis.url())
                      .findValues("past")
                      .stream()
                      .allMatch(past -> past.size() == 1));
      assertThat(runs(commands, memory)).hasSize(3);
      assertThat(runs(commands, memory).findValuesAsText("status")).containsOnly("succeeded");
      run(commands, "daemon", "stop");
      run(other, "daemon", "stop");
    }
  }

  @Test
  void jobsOfAutoTryTheVersionsOfATemplateOnOneRedis() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      String[] memory = {"--memory", redis.url()};
      String[] evolve = {"agent", "evolve", "--memory", redis.url()};
      run(commands, with(evolve, "--template", "quick_fix", "--challenger", "full_review"));
      run(commands, with(evolve, "--background", "on"));
      addJob(commands, "auto", "--memory", redis.url(), "--on-commit");
      for (int commit = 1; commit <= 3; commit++) {
        repository
            .write("src/main/java/a/More" + commit + ".java", "package a;\n\nclass More {}\n")
            .commit("more");
        awaitEnded(commit, memory);
      }

      JsonNode evolution = json(commands, evolve);
      assertThat(evolution.get("runs").intValue()).isEqualTo(3);
      assertThat(
              evolution.at("/champion/useful/trials").intValue()
                  + evolution.at("/challengers/0/version/useful/trials").intValue())
          .as("the third is counted when the fourth is planned")
          .isEqualTo(2);
      run(commands, "daemon", "stop");
    }
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private void awaitEnded(int count, String... options) {
    await()
        .atMost(LONG)
        .until(
            () ->
                runs(commands, options).findValuesAsText("status").stream()
                        .filter("succeeded"::equals)
                        .count()
                    == count);
  }
}
