package io.kirolinter.workflow.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.RedisServer;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.testkit.FastJvm;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.KillSeries;
import io.kirolinter.workflow.testkit.StorePlace;
import io.kirolinter.workflow.worker.WorkerProcess.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worker processes on one Redis, two at any time, that are killed several times a second while ever
 * more runs are queued.
 */
@Timeout(600)
class ManyKilledWorkersTest {

  private static final long SEED = 20261123;
  private static final int WORKERS = 2;
  private static final int KILLS_OF_EACH = 85;
  private static final int REPOSITORIES = 12;
  private static final int LIVING_RUNS = 24;
  private static final Duration LEASE = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(20);

  @TempDir Path temporary;
  private final RedisServer server = RedisServer.start();
  private final List<Run> runs = new ArrayList<>();
  private Path home;

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void noRunIsLostOrDoneTwiceHoweverOftenWorkersAreKilled() throws Exception {
    home = temporary.toRealPath();
    try (Stores stores = StorePlace.open(server.url());
        Coordinator submitter = submitter(stores)) {
      queueMore(stores, submitter);
      FastJvm jvm =
          FastJvm.complainingTo(home.resolve("errors"))
              .learning(home, WorkerProcess.class, worker("first", Until.NOTHING_LEFT));

      int kills = killWhileMoreIsQueued(jvm, stores, submitter);

      assertThat(kills).isEqualTo(WORKERS * KILLS_OF_EACH);
      workOff(jvm, stores);
      assertThat(runs).hasSizeGreaterThan(kills);
      List<Run> over = stores.journal().list(RunQuery.newest(99_999));
      assertThat(over.stream().mapToInt(run -> run.state().takeovers()).sum())
          .as("kills in the midst of a run; how many depends on the machine")
          .isGreaterThan(KILLS_OF_EACH / 10);
      DoneOnce done = new DoneOnce(home, stores);
      done.check(runs);
      done.checkRepetitions(runs);
    }
  }

  private int killWhileMoreIsQueued(FastJvm jvm, Stores stores, Coordinator submitter) {
    KillSeries series = new KillSeries(jvm, WorkerProcess.class, SEED);
    CompletableFuture<Integer> kills =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return series.kill(
                    WORKERS,
                    KILLS_OF_EACH,
                    home,
                    (place, number) -> worker(place + "-" + number, Until.KILLED));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await()
        .atMost(Duration.ofSeconds(500))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              queueMore(stores, submitter);
              return kills.isDone();
            });
    return kills.join();
  }

  private void queueMore(Stores stores, Coordinator submitter) {
    int missing = LIVING_RUNS - stores.journal().list(RunQuery.living()).size();
    IntStream.range(0, missing).forEach(i -> runs.add(queued(submitter)));
  }

  private Run queued(Coordinator submitter) {
    Path place = home.resolve("project-" + runs.size() % REPOSITORIES);
    Folder folder = Folder.of(place).withUntidyFile("a.txt");
    return submitter.enqueue("full_review", folder, RunRequest.autonomous());
  }

  private void workOff(FastJvm jvm, Stores stores) throws Exception {
    Process last = jvm.start(home, WorkerProcess.class, worker("last", Until.KILLED));
    try {
      await().until(() -> stores.journal().list(RunQuery.living()).isEmpty());
    } finally {
      last.destroyForcibly().waitFor();
    }
  }

  private String[] worker(String name, Until end) {
    return new WorkerProcess(server.url(), home, name, LEASE, STEP).arguments(end);
  }

  private Coordinator submitter(Stores stores) {
    return WorkerProcess.coordinator(
            home, stores, WorkerProcess.agents(home, "test", STEP), "submitter")
        .random(new Random(SEED))
        .build();
  }
}
