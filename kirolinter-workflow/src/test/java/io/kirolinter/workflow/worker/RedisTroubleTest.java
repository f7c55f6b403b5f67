package io.kirolinter.workflow.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.redis.CuttingProxy;
import io.kirolinter.core.testkit.redis.CuttingProxy.Direction;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisSentinel;
import io.kirolinter.core.testkit.redis.RedisServer;
import io.kirolinter.workflow.coordinator.Coordinator;
import io.kirolinter.workflow.coordinator.RunRequest;
import io.kirolinter.workflow.testkit.Folder;
import io.kirolinter.workflow.testkit.StorePlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trouble with a real server while workers are in the middle of runs: whatever it is, the same
 * workers go on when it is over, every run ends, and what it does is done once.
 */
@Timeout(120)
class RedisTroubleTest {

  private static final int REPOSITORIES = 4;
  private static final int RUNS = 24;

  private static final Duration SHORT_LEASE = Duration.ofSeconds(2);
  private static final Duration LEASE_BY_DEFAULT = Duration.ofSeconds(6);

  private static final Duration STEP = Duration.ofMillis(40);

  /** As a server hangs that is moved to another machine. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  @TempDir Path temporary;
  private Duration lease = SHORT_LEASE;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private Path home;
  private StepMarks marks;

  @BeforeEach
  void makeHome() throws Exception {
    home = temporary.toRealPath();
    marks = new StepMarks(home.resolve("marks"), "test", STEP);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private interface Trouble {
    void happen() throws Exception;
  }

  @Test
  void aServerThatIsStoppedAndOneThatIsKilledComeBackWithAllRuns() throws Exception {
    RedisServer server = keeping();
    List<Run> runs = workedOnDuring(server.url(), server::restart, () -> crash(server));

    assertDoneOnce(server.url(), runs);
  }

  @Test
  void aServerThatHangsForLongIsWaitedFor() throws Exception {
    lease = LEASE_BY_DEFAULT;
    RedisServer server = keeping();
    List<Run> runs = workedOnDuring(server.url(), () -> server.pauseFor(PAUSE).join());

    assertDoneOnce(server.url(), runs);
    assertThat(complaints)
        .anyMatch(
            each ->
                each.contains("'redis://127.0.0.1:" + server.port() + "'")
                    && each.contains("does not answer"));
  }

  @Test
  void connectionsThatAreCutAgainAndAgainAreMadeAnew() throws Exception {
    RedisServer server = keeping();
    CuttingProxy proxy = closing(CuttingProxy.to(server.port()));
    Random random = new Random(20261123);
    Trouble cut =
        () -> {
          Direction direction = Direction.values()[random.nextInt(2)];
          proxy.cutAfter(direction, random.nextInt(4_000));
          await().until(() -> !proxy.isCutToCome());
        };
    List<Run> runs =
        workedOnDuring(server.url(proxy.port()), cut, cut, cut, cut, cut, cut, cut, cut);

    assertDoneOnce(server.url(), runs);
  }

  @Test
  void aNetworkThatIsGoneForAWhileIsWaitedFor() throws Exception {
    RedisServer server = keeping();
    CuttingProxy proxy = closing(CuttingProxy.to(server.port()));
    List<Run> runs =
        workedOnDuring(
            server.url(proxy.port()),
            () -> {
              proxy.refuse();
              await().until(() -> complaints.size() >= 8);
              proxy.pass();
            });

    assertDoneOnce(server.url(), runs);
    assertThat(complaints).allMatch(each -> each.contains("127.0.0.1:" + proxy.port()));
  }

  @Test
  void aServerWithoutMemoryIsWaitedForAndSaidToBeFull() throws Exception {
    RedisServer server = keeping();
    List<Run> runs =
        workedOnDuring(
            server.url(),
            () -> {
              server.command("CONFIG", "SET", "maxmemory", "1");
              await().until(() -> complaints.size() >= 8);
              server.command("CONFIG", "SET", "maxmemory", "0");
            });

    assertDoneOnce(server.url(), runs);
    assertThat(complaints).anyMatch(each -> each.contains("memory is full"));
  }

  /** What the replica had not got yet is done again from the last checkpoint that it has. */
  @Test
  void runsGoOnWhereTheReplicaTakesOver() throws Exception {
    RedisSentinel sentinel = closing(RedisSentinel.start(1));
    List<Run> runs = workedOnDuring(sentinel.url(), sentinel::failOver);

    assertThat(sentinel.primaryPort()).isEqualTo(sentinel.replica().port());
    assertDoneOnce(sentinel.replica().url(), runs);
  }

  @Test
  void aRunWhoseServerIsGoneFailsItsCallerAndIsEndedByTheSameCoordinatorLater() throws Exception {
    RedisServer server = keeping();
    Stores stores = closing(StorePlace.open(server.url()));
    Coordinator coordinator =
        closing(
            WorkerProcess.coordinator(
                    home,
                    stores,
                    WorkerProcess.agents(home, "test", STEP)
                        .before(
                            "fix",
                            context -> {
                              marks.leave(context, "fix");
                              if (marks.read("run").size() == 3) {
                                server.kill();
                              }
                            }),
                    "test")
                .leaseLength(lease)
                .build());
    Folder folder = folder(0);

    assertThatThrownBy(() -> coordinator.run("full_review", folder, RunRequest.autonomous()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("'redis://127.0.0.1:" + server.port() + "'");
    server.startAgain();
    Run left = stores.journal().list(RunQuery.newest(1)).get(0);
    assertThat(left.state().status()).isEqualTo(RunStatus.RUNNING);

    Run run = coordinator.resume(left.id(), folder).await();

    assertThat(run.state().status()).isEqualTo(RunStatus.SUCCEEDED);
    new DoneOnce(home, stores).check(List.of(run));
  }

  private RedisServer keeping() {
    return closing(RedisServer.start(RedisOptions.plain().keptIn(home)));
  }

  private static void crash(RedisServer server) {
    server.kill();
    server.startAgain();
  }

  /** {@return the runs, all over, that two workers were in the middle of at each trouble} */
  private List<Run> workedOnDuring(String url, Trouble... troubles) throws Exception {
    Stores stores = closing(StorePlace.open(url));
    List<Run> runs = queued(stores);
    startWorker(url, "one");
    startWorker(url, "two");
    for (int i = 0; i < troubles.length; i++) {
      int begun = 5 * RUNS * (i + 1) / (2 * troubles.length + 2);
      await().until(() -> marks.read("run").size() >= begun);
      troubles[i].happen();
    }
    await()
        .ignoreExceptionsInstanceOf(StoreException.class)
        .until(() -> stores.journal().list(RunQuery.living()).isEmpty());
    return runs;
  }

  private List<Run> queued(Stores stores) {
    try (Coordinator submitter =
        WorkerProcess.coordinator(
                home, stores, WorkerProcess.agents(home, "submitter", STEP), "submitter")
            .build()) {
      return IntStream.range(0, RUNS)
          .mapToObj(i -> folder(i % REPOSITORIES))
          .map(folder -> submitter.enqueue("full_review", folder, RunRequest.autonomous()))
          .toList();
    }
  }

  private Folder folder(int number) {
    return Folder.of(home.resolve("project-" + number)).withUntidyFile("a.txt");
  }

  private void startWorker(String url, String name) {
    Stores stores = closing(StorePlace.open(url));
    Coordinator coordinator =
        closing(
            WorkerProcess.coordinator(home, stores, WorkerProcess.agents(home, name, STEP), name)
                .leaseLength(lease)
                .build());
    Worker worker =
        closing(
            Worker.builder()
                .coordinator(coordinator)
                .stores(stores)
                .places(plan -> Folder.of(Path.of(plan.location())))
                .clock(InstantSource.system())
                .name(name)
                .concurrency(2)
                .idle(lease)
                .look(Duration.ofMillis(50))
                .listener(this::hear)
                .build());
    worker.start();
  }

  private void hear(WorkerEvent event) {
    if (event instanceof WorkerEvent.LookFailed failed) {
      complaints.add(failed.error());
    }
  }

  private void assertDoneOnce(String url, List<Run> runs) throws Exception {
    try (Stores stores = StorePlace.open(url)) {
      assertThat(stores.journal().list(RunQuery.newest(99_999))).hasSameSizeAs(runs);
      new DoneOnce(home, stores).check(runs);
    }
  }

  private <T extends AutoCloseable> T closing(T opened) {
    open.push(opened);
    return opened;
  }
}
