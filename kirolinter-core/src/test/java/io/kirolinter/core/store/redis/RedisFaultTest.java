package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.common.base.Stopwatch;
import com.google.common.base.Throwables;
import io.kirolinter.core.error.LeaseLostException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.CuttingProxy;
import io.kirolinter.core.testkit.redis.CuttingProxy.Direction;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trouble between the stores and a real server: each time a clear error or none, nothing
 * half-written, and the same stores work once it is over.
 */
@Timeout(60)
class RedisFaultTest {

  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** Within which a call fails when nobody answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Run RUN = SampleRuns.changing(1);
  private static final StoredArtifact LARGE =
      new StoredArtifact("analyze", "review", "\"" + "x".repeat(3_000) + "\"");

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private RedisServer server;

  /** The first opening of a JVM loads the client's classes, which a busy machine takes long for. */
  @BeforeAll
  static void openOnce() {
    try (RedisServer any = RedisServer.start()) {
      await()
          .ignoreExceptionsInstanceOf(StoreException.class)
          .untilAsserted(
              () -> RedisStores.open(any.url(), InstantSource.system(), notice -> {}).close());
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aServerThatKeepsItsDataGoesOnWhereItStopped() {
    server = RedisServer.start(RedisOptions.plain().keptIn(folder));
    try (Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      stores.memory().increment(REPOSITORY, "seen", 5);
      server.kill();

      assertThatThrownBy(() -> checkpoint(stores, lease, "fix"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("redis://127.0.0.1:" + server.port());

      server.startAgain();
      checkpoint(stores, lease, "fix");
      assertState(stores, "fix");
      assertThat(stores.memory().increment(REPOSITORY, "seen", 1)).isEqualTo(6);
    }
  }

  @Test
  void aServerThatForgotEverythingIsUsedAsANewOne() {
    server = RedisServer.start();
    try (Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      server.restart();

      assertThatThrownBy(() -> checkpoint(stores, lease, "fix"))
          .isInstanceOf(LeaseLostException.class);
      assertThat(stores.journal().find(RUN.id())).isEmpty();

      Lease again = begin(stores);
      checkpoint(stores, again, "fix");
      assertState(stores, "fix");
      assertThat(stores.memory().increment(REPOSITORY, "seen", 1)).isEqualTo(1);
    }
  }

  @Test
  void everyMethodSaysThatTheServerIsGone() {
    server = RedisServer.start(RedisOptions.plain().password("s3cret"));
    try (Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      server.stop();

      Map<String, CompletableFuture<Throwable>> failures = failures(EveryMethod.of(stores, lease));

      failures.forEach(
          (name, failure) ->
              assertThat(failure.join())
                  .as(name)
                  .isInstanceOf(StoreException.class)
                  .hasMessageContaining("'redis://127.0.0.1:" + server.port() + "'")
                  .hasMessageNotContaining("s3cret"));
      EveryMethod.ofCache(stores).values().forEach(Runnable::run);
    }
  }

  @Test
  void aShortPauseIsNoErrorAndCountsOnce() {
    server = RedisServer.start();
    try (Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      CompletableFuture<Void> resumed = server.pauseFor(Duration.ofMillis(1_500));

      assertThat(stores.memory().increment(REPOSITORY, "seen", 1)).isEqualTo(1);
      resumed.join();

      checkpoint(stores, lease, "fix");
      assertThat(stores.memory().counter(REPOSITORY, "seen")).isEqualTo(1);
    }
  }

  @Test
  void aCallThatGotNoAnswerCanBeRepeated() {
    server = RedisServer.start();
    try (Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      server.pause();
      Stopwatch watch = Stopwatch.createStarted();

      CompletableFuture<Throwable> counted =
          CompletableFuture.supplyAsync(
              () -> catchThrowable(() -> stores.memory().increment(REPOSITORY, "seen", 1)));
      assertThatThrownBy(() -> checkpoint(stores, lease, "analyze"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("not answer");
      assertThat(counted.join()).isInstanceOf(StoreException.class);
      assertThat(watch.elapsed()).isLessThan(PATIENCE);

      server.resume();
      checkpoint(stores, lease, "analyze");
      checkpoint(stores, lease, "fix");
      assertState(stores, "fix");
      assertThat(stores.journal().artifacts(RUN.id())).containsExactly(LARGE);
      // What was sent during the pause came late, and once at most for all of its repetitions.
      long before = stores.memory().counter(REPOSITORY, "seen");
      assertThat(before).isBetween(0L, 1L);
      assertThat(stores.memory().increment(REPOSITORY, "seen", 1)).isEqualTo(before + 1);
    }
  }

  @Test
  void storesCloseAtOnceThoughTheServerHangs() {
    server = RedisServer.start();
    Stores stores = open(server.url());
    server.pause();
    Stopwatch watch = Stopwatch.createStarted();

    stores.close();

    assertThat(watch.elapsed()).isLessThan(CLOSING);
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("redisson")));
  }

  @Test
  void aCutConnectionIsMadeAnewAndEachCallCountsOnce() {
    server = RedisServer.start();
    try (CuttingProxy proxy = CuttingProxy.to(server.port());
        Stores stores = open(server.url(proxy.port()))) {
      Lease lease = begin(stores);
      int cuts = 0;
      for (Direction direction : Direction.values()) {
        proxy.cutAfter(direction, 3);
        assertThat(stores.memory().increment(REPOSITORY, "seen", 1)).isEqualTo(++cuts);
        checkpoint(stores, lease, "step-" + cuts);
        assertThat(proxy.isCutToCome()).isFalse();
      }
      assertThat(stores.journal().artifacts(RUN.id())).containsExactly(LARGE);
      assertState(stores, "step-" + cuts);
    }
  }

  @Test
  void aCheckpointThatIsCutOffIsThereAsAWholeOrNotAtAll() {
    server = RedisServer.start();
    try (CuttingProxy proxy = CuttingProxy.to(server.port());
        Stores stores = open(server.url(proxy.port()))) {
      Lease lease = begin(stores);
      proxy.cutForGoodAfter(Direction.TO_SERVER, 1_000);
      assertCutOff(stores, lease, proxy, "fix", Optional.of(RunState.queued()));
      proxy.cutForGoodAfter(Direction.TO_CLIENT, 3);
      RunState written = EveryMethod.running("integrate");
      assertCutOff(stores, lease, proxy, "integrate", Optional.of(written));
    }
  }

  @Test
  void aFullServerRefusesWholeCallsAndWorksAgainWithMoreMemory() {
    server = RedisServer.start();
    try (Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      EveryMethod.of(stores, lease).values().forEach(Runnable::run);
      EveryMethod.of(stores, lease)
          .forEach(
              (name, call) -> {
                String before = fill();
                Throwable refused = catchThrowable(call::run);
                if (refused != null) {
                  assertThat(refused)
                      .as(name)
                      .isInstanceOf(StoreException.class)
                      .hasMessageContaining("memory is full");
                  assertThat(server.command("DEBUG", "DIGEST")).as(name).isEqualTo(before);
                }
              });
      fill();
      assertThatThrownBy(() -> checkpoint(stores, lease, "fix")).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> stores.memory().increment(REPOSITORY, "seen", 1))
          .isInstanceOf(StoreException.class);

      server.command("CONFIG", "SET", "maxmemory", "0");

      checkpoint(stores, lease, "fix");
      assertState(stores, "fix");
    }
  }

  @Test
  void aServerThatBecameAReplicaTakesNoWritesUntilItIsAPrimaryAgain() {
    server = RedisServer.start();
    try (RedisServer other = RedisServer.start(RedisOptions.plain().replicaOf(server));
        Stores stores = open(server.url())) {
      Lease lease = begin(stores);
      server.awaitReplica(other);
      other.command("REPLICAOF", "NO", "ONE");
      server.command("REPLICAOF", "127.0.0.1", Integer.toString(other.port()));
      other.awaitReplica(server);

      assertThatThrownBy(() -> checkpoint(stores, lease, "fix"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("replica");
      assertThat(stores.journal().find(RUN.id())).isPresent();

      server.command("REPLICAOF", "NO", "ONE");
      checkpoint(stores, lease, "fix");
      assertState(stores, "fix");
    }
  }

  @Test
  void aWrongPasswordIsRepeatedNowhere() {
    server = RedisServer.start(RedisOptions.plain().password("s3cret"));

    Throwable refused =
        catchThrowable(() -> open("redis://default:wr0ng@127.0.0.1:" + server.port()));

    assertThat(refused).isInstanceOf(StoreException.class);
    assertThat(Throwables.getStackTraceAsString(refused)).doesNotContain("wr0ng");
  }

  private Stores open(String url) {
    return RedisStores.open(url, clock, notice -> {});
  }

  /** Fills the server's memory, and {@return what stands for all its data}. */
  private String fill() {
    server.command("CONFIG", "SET", "maxmemory", "1");
    return server.command("DEBUG", "DIGEST");
  }

  private void assertCutOff(
      Stores stores, Lease lease, CuttingProxy proxy, String step, Optional<RunState> found) {
    assertThatThrownBy(() -> checkpoint(stores, lease, step)).isInstanceOf(StoreException.class);
    assertThat(state()).isEqualTo(found);

    proxy.pass();
    checkpoint(stores, lease, step);
    assertThat(state()).contains(EveryMethod.running(step));
  }

  private Optional<RunState> state() {
    try (Stores aside = open(server.url())) {
      return aside.journal().find(RUN.id()).map(Run::state);
    }
  }

  /** Makes all calls at once. */
  private static Map<String, CompletableFuture<Throwable>> failures(Map<String, Runnable> calls) {
    Map<String, CompletableFuture<Throwable>> failures = new LinkedHashMap<>();
    calls.forEach(
        (name, call) ->
            failures.put(
                name,
                CompletableFuture.supplyAsync(
                    () -> catchThrowable(call::run), task -> new Thread(task).start())));
    return failures;
  }

  private static Lease begin(Stores stores) {
    return stores.journal().create(RUN, "here", EveryMethod.LEASE).granted().orElseThrow();
  }

  private static void checkpoint(Stores stores, Lease lease, String step) {
    stores.journal().checkpoint(lease, EveryMethod.running(step), Optional.of(LARGE));
  }

  private static void assertState(Stores stores, String step) {
    assertThat(stores.journal().find(RUN.id()).map(Run::state)).contains(EveryMethod.running(step));
  }
}
