package io.kirolinter.workflow.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.StorePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real worker processes on one store, some of them killed; to be run on each sort of store. */
@Timeout(180)
abstract class KilledWorkersContract {

  private static final long SEED = 20261122;
  private static final int REPOSITORIES = 4;
  private static final int RUNS = 24;
  private static final int KILLS = 6;
  private static final Duration SHORT_LEASE = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(30);

  @TempDir Path temporary;
  private final List<Process> processes = new ArrayList<>();

  /** {@return the address of an empty store} */
  abstract String store(Path home);

  @AfterEach
  void killAll() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(Path home, Duration lease, Duration step) throws IOException {
    String name = "worker-" + processes.size();
    Process process = new WorkerProcess(store(home), home, name, lease, step).start();
    processes.add(process);
    return process;
  }

  private static Run enqueue(Stores stores, Path home, String template, Folder folder) {
    try (Coordinator coordinator =
        WorkerProcess.coordinator(
                home, stores, WorkerProcess.agents(home, "test", STEP), "submitter")
            .random(new Random())
            .build()) {
      return coordinator.enqueue(template, folder, RunRequest.autonomous());
    }
  }

  private static Run now(Stores stores, Run run) {
    return stores.journal().find(run.id()).orElseThrow();
  }

  @Test
  void noRunIsLostOrDoneTwiceWhenWorkersAreKilledAtAnyMoment() throws Exception {
    Path home = temporary.toRealPath();
    try (Stores stores = StorePlace.open(store(home))) {
      List<Folder> folders =
          IntStream.range(0, REPOSITORIES)
              .mapToObj(i -> Folder.of(home.resolve("project-" + i)).withUntidyFile("a.txt"))
              .toList();
      List<Run> runs =
          IntStream.range(0, RUNS)
              .mapToObj(i -> enqueue(stores, home, "full_review", folders.get(i % REPOSITORIES)))
              .toList();
      start(home, SHORT_LEASE, STEP);
      start(home, SHORT_LEASE, STEP);

      int killed = killAtRandom(home, stores, runs);
      await().until(() -> runs.stream().allMatch(run -> isOver(stores, run)));

      assertThat(killed).isPositive();
      DoneOnce done = new DoneOnce(home, stores);
      done.check(runs);
      done.checkRepetitions(runs);
    }
  }

  /** Kills one of the two processes again and again, and starts another one in its place. */
  private int killAtRandom(Path home, Stores stores, List<Run> runs) throws Exception {
    Random random = new Random(SEED);
    StepMarks marks = new StepMarks(home.resolve("marks"), "test", STEP);
    int killed = 0;
    while (killed < KILLS && runs.stream().anyMatch(run -> !isOver(stores, run))) {
      int seen = marks.read("run").size() + 2 + random.nextInt(12);
      await()
          .until(
              () ->
                  marks.read("run").size() >= seen
                      || runs.stream().allMatch(run -> isOver(stores, run)));
      Process victim = processes.get(processes.size() - 1 - random.nextInt(2));
      victim.destroyForcibly().waitFor();
      start(home, SHORT_LEASE, STEP);
      killed++;
    }
    return killed;
  }

  private static boolean isOver(Stores stores, Run run) {
    return now(stores, run).state().status().isFinal();
  }

  @Test
  void theRunOfAKilledWorkerIsEndedByAnotherWithinTenSecondsByDefault() throws Exception {
    Path home = temporary.toRealPath();
    Duration byDefault = Duration.ofSeconds(6);
    try (Stores stores = StorePlace.open(store(home))) {
      Folder folder = Folder.of(home.resolve("project")).withUntidyFile("a.txt");
      Run run = enqueue(stores, home, "quick_fix", folder);
      StepMarks marks = new StepMarks(home.resolve("marks"), "test", STEP);
      Process victim = start(home, byDefault, Duration.ofMinutes(1));
      await().until(() -> marks.read("run").size() == 1);
      start(home, byDefault, STEP);
      victim.destroyForcibly().waitFor();
      long killed = System.nanoTime();

      await().until(() -> isOver(stores, run));

      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(10));
      assertThat(now(stores, run).state().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(now(stores, run).state().takeovers()).isEqualTo(1);
      assertThat(marks.read("run"))
          .containsExactly(
              run.id() + " analyze worker-0",
              run.id() + " analyze worker-1",
              run.id() + " fix worker-1");
    }
  }
}
