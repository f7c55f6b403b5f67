package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static io.kirolinter.core.testkit.SampleRuns.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.CuttingProxy;
import io.kirolinter.core.testkit.redis.RedisMonitor;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisStoresTest {

  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final Optional<StoredArtifact> REVIEW =
      Optional.of(new StoredArtifact("analyze", "review", "{}"));

  private static RedisServer server;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  @BeforeAll
  static void start() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void forget() {
    server.command("FLUSHALL");
  }

  @Test
  void aCheckpointIsOneRoundTripAndTheLastOneTwo() {
    useAll(); // from here on the server knows the scripts
    try (RedisStores stores = open();
        RedisMonitor monitor = server.monitor()) {
      Lease lease = create(stores, 3);
      monitor.seen();

      stores.journal().checkpoint(lease, running(), REVIEW);
      assertThat(requests(monitor.seen())).hasSize(1);
      stores.journal().renew(lease, LENGTH);
      assertThat(requests(monitor.seen())).hasSize(1);
      stores.journal().checkpoint(lease, ended(), REVIEW);
      assertThat(requests(monitor.seen())).hasSize(2);
    }
  }

  @Test
  void aHundredRunsAreDeletedInThreeRoundTripsOrOneMoreForEachFurtherRepository() {
    useAll();
    server.command("FLUSHALL");
    try (RedisStores stores = open();
        RedisStores other = open();
        RedisMonitor monitor = server.monitor()) {
      List<Run> runs = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        RepositoryId repository = new RepositoryId("r" + i % 2);
        runs.add(SampleRuns.run(i, repository, Effect.READS).withState(ended()));
        stores.journal().add(runs.get(i), List.of(REVIEW.orElseThrow()));
      }
      assertThat(other.journal().delete(reading(999).id())).isFalse();
      monitor.seen();

      int deleted = other.journal().deleteAll(runs.stream().map(Run::id).toList());

      assertThat(deleted).isEqualTo(100);
      assertThat(requests(monitor.seen())).hasSize(4);
      assertThat(keys())
          .allMatch(
              key -> key.startsWith("kirolinter:all:{store}") || key.equals(Keys.RUN_REPOSITORIES));
    }
  }

  @Test
  void onlyKeysOfOursAreTouchedInASharedRedis() {
    server.command("SET", "theirs", "1");
    server.command("SET", "kirolinter", "1");
    try (RedisMonitor monitor = server.monitor()) {
      useAll();

      List<String> commands =
          monitor.seen().stream().filter(line -> line.contains(" lua] ")).toList();
      assertThat(commands).hasSizeGreaterThan(50);
      assertThat(commands)
          .filteredOn(line -> !line.matches(".* \"(TIME|INFO)\".*"))
          .filteredOn(
              line -> !line.matches(".* \"get\" \"test[12]\"")) // how the client looks for a proxy
          .allMatch(line -> line.matches(".* lua] \"[A-Za-z]+\" \"kirolinter:.*"));
      assertThat(commands).noneMatch(line -> line.matches("(?i).*] \"(keys|scan|flush\\w+)\".*"));
    }
    assertThat(server.command("GET", "theirs")).isEqualTo("1");
    assertThat(keys())
        .filteredOn(key -> !Set.of("theirs", "kirolinter").contains(key))
        .allMatch(key -> key.startsWith("kirolinter:"));
  }

  @Test
  void allKeysOfARepositoryCarryItAsTheirHashTag() {
    useAll();

    assertThat(keys())
        .filteredOn(key -> !key.startsWith("kirolinter:all:"))
        .isNotEmpty()
        .allMatch(key -> key.startsWith("kirolinter:{github.com/acme/shop}:"));
    assertThat(Keys.of(new RepositoryId("path:/a}{b%")).counters())
        .isEqualTo("kirolinter:{path:/a%7D%7Bb%25}:counters");
  }

  @Test
  void whatWasLearnedIsKeptFor90DaysAfterTheLastAddition() {
    try (RedisStores stores = open()) {
      stores.memory().observe(REPOSITORY, "1", List.of(seen("finding")));
      keys().stream()
          .filter(RedisStoresTest::isMemory)
          .forEach(key -> server.command("PEXPIRE", key, "60000"));

      stores.memory().increment(REPOSITORY, "runs", 1);

      long days90 = Duration.ofDays(90).toMillis();
      List<Long> lives =
          keys().stream()
              .filter(RedisStoresTest::isMemory)
              .map(key -> Long.parseLong(server.command("PTTL", key)))
              .toList();
      assertThat(lives).hasSize(5).allMatch(life -> life > days90 - 60_000 && life <= days90);
    }
  }

  @Test
  void runsStayUntilTheyAreDeleted() {
    try (RedisStores stores = open()) {
      Lease lease = create(stores, 1);
      stores.journal().checkpoint(lease, ended(), REVIEW);
      assertThat(keys()).allMatch(key -> server.command("TTL", key).equals("-1"));

      stores.journal().delete(lease.run());
    }

    assertThat(keys())
        .containsExactlyInAnyOrder(Keys.VERSION, Keys.OPENINGS, Keys.RUN_REPOSITORIES);
  }

  @Test
  void aRunThatIsInTheIndexOnlyIsPassedOver() {
    try (RedisStores stores = open()) {
      create(stores, 1);
      create(stores, 2);
      server.command("DEL", Keys.of(REPOSITORY).run(changing(1).id()));

      assertThat(stores.journal().list(RunQuery.newest(9))).hasSize(1);
      assertThat(stores.journal().list(RunQuery.living())).hasSize(1);
      assertThat(stores.journal().find(changing(1).id())).isEmpty();
      assertThat(stores.journal().delete(changing(1).id())).isFalse();
    }
  }

  @Test
  void anIdIsTakenOnceAmongAllRepositories() {
    try (RedisStores stores = open()) {
      create(stores, 1);
      Run twin = SampleRuns.run(1, new RepositoryId("github.com/acme/bank"), Effect.READS);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> stores.journal().create(twin, "here", LENGTH));

      assertThat(stores.journal().find(twin.id())).contains(reading(1));
      assertThat(stores.journal().list(RunQuery.newest(9))).containsExactly(reading(1));
    }
  }

  @Test
  void aRunThatIsOverLeavesTheLivingOnesWhenTheyAreListed() {
    try (RedisStores stores = open()) {
      Lease lease = create(stores, 1);
      String entry = server.command("ZRANGE", Keys.LIVING, "0", "-1");
      stores.journal().checkpoint(lease, ended(), REVIEW);
      server.command("ZADD", Keys.LIVING, "0", entry); // as if the process had died before

      assertThat(stores.journal().list(RunQuery.living())).isEmpty();

      assertThat(server.command("ZCARD", Keys.LIVING)).isEqualTo("0");
      assertThat(stores.journal().list(RunQuery.newest(9))).hasSize(1);
    }
  }

  @Test
  void listingsGoBeyondOnePage() {
    try (RedisStores stores = open()) {
      for (int i = 0; i < 2_500; i++) {
        stores.journal().create(reading(i), "here", LENGTH);
      }

      assertThat(stores.journal().list(RunQuery.living())).hasSize(2_500);
      assertThat(stores.journal().list(RunQuery.newest(1_200)))
          .hasSize(1_200)
          .startsWith(reading(2_499))
          .endsWith(reading(1_300));
      assertThat(stores.journal().list(new RunQuery(Optional.empty(), Set.of(RunStatus.FAILED), 1)))
          .isEmpty();
    }
  }

  @Test
  void aCallThatWasOvertakenByALaterOneOfItsProcessChangesNothing() {
    try (RedisStores stores = open();
        RedisLink link = link()) {
      Lease lease = create(stores, 1);
      stores.journal().checkpoint(lease, running(), REVIEW);
      Keys keys = Keys.of(REPOSITORY);
      String run = keys.run(lease.run());
      String call = server.command("HGET", run, "call");
      String state = server.command("HGET", run, "state");
      List<String> names = List.of(run, keys.changing(), keys.living());

      String overtaken = call.replaceFirst("\\d$", "0");
      for (String late : List.of(call, overtaken)) {
        Object[] values = {
          lease.owner(), lease.token(), late, "late", "WRITE", lease.run(), "FAILED"
        };
        for (Script script : List.of(Script.CHECKPOINT, Script.CHECKPOINT_LAST)) {
          assertThat(link.run("try", script, names, values))
              .containsExactly(late.equals(overtaken) ? "lost" : "known");
        }
      }

      assertThat(server.command("HGET", run, "state")).isEqualTo(state);
      stores.journal().checkpoint(lease, ended(), Optional.empty());
    }
  }

  @Test
  void aLateClaimDoesNotTakeTheLeaseFromALaterOneOfItsProcess() {
    try (RedisStores stores = open();
        RedisLink link = link()) {
      Lease lease = create(stores, 1);
      Keys keys = Keys.of(REPOSITORY);
      String run = keys.run(lease.run());
      String writer = server.command("HGET", run, "claimer");

      List<Object> late =
          link.run(
              "try",
              Script.CLAIM,
              List.of(run, keys.changing()),
              keys.runs(),
              lease.run(),
              "here",
              writer,
              0,
              clock.millis(),
              clock.millis() + 1);

      assertThat(late).containsExactly("overtaken");
      assertThatThrownBy(() -> RedisLeases.claim("redis://h", lease.run(), "here", late))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("a later claim of this process came first");
      stores.journal().checkpoint(lease, running(), REVIEW);
    }
  }

  @Test
  void whatIsSentAgainAfterALostAnswerIsDoneOnce() {
    try (CuttingProxy proxy = CuttingProxy.to(server.port());
        RedisStores stores =
            RedisStores.open("redis://127.0.0.1:" + proxy.port(), clock, notice -> {})) {
      stores.memory().increment(REPOSITORY, "runs", 1);
      int before = 1;
      for (int cut = 0; cut < 8; cut++) {
        proxy.cutAfter(CuttingProxy.Direction.TO_CLIENT, cut % 2);

        assertThat(stores.memory().increment(REPOSITORY, "runs", 1)).isEqualTo(++before);
      }
      proxy.cutAfter(CuttingProxy.Direction.TO_CLIENT, 0);
      Lease lease = create(stores, 1);
      assertThat(lease.token()).isEqualTo(1);
      proxy.cutAfter(CuttingProxy.Direction.TO_CLIENT, 0);
      stores.journal().checkpoint(lease, ended(), REVIEW);
      assertThat(stores.journal().artifacts(lease.run())).hasSize(1);
    }
  }

  @Test
  void comesBackByItselfAfterARestartAndTokensGoOnRising(@TempDir Path data) {
    try (RedisServer kept = RedisServer.start(RedisOptions.plain().keptIn(data));
        RedisStores stores = RedisStores.open(kept.url(), clock, notice -> {})) {
      Lease first = create(stores, 1);
      kept.kill();
      assertThatThrownBy(() -> stores.journal().checkpoint(first, running(), REVIEW))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("127.0.0.1:" + kept.port());
      kept.startAgain();

      await()
          .ignoreException(StoreException.class)
          .until(() -> stores.journal().holder(first.run()).isPresent());
      clock.advance(LENGTH);
      Lease second = stores.journal().claim(first.run(), "there", LENGTH).granted().orElseThrow();

      assertThat(second.token()).isEqualTo(2);
      stores.journal().checkpoint(second, running(), REVIEW);
    }
  }

  @Test
  void scriptsThatTheServerForgotAreSentAgain() {
    try (RedisStores stores = open()) {
      stores.memory().increment(REPOSITORY, "runs", 1);
      server.command("SCRIPT", "FLUSH");

      assertThat(stores.memory().increment(REPOSITORY, "runs", 1)).isEqualTo(2);
    }
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() {
    try (RedisStores stores = open()) {
      Thread.currentThread().interrupt();

      stores.memory().increment(REPOSITORY, "runs", 1);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isEqualTo(1);
    }
  }

  @Test
  void closedStoresSayThatTheyAreClosedAndLeaveNoThread() {
    RedisStores stores = open();
    stores.memory().increment(REPOSITORY, "runs", 1);
    stores.close();
    stores.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> stores.memory().counter(REPOSITORY, "runs"))
        .withMessageContaining("closed");
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.matches("(redisson|globalEvent).*")));
  }

  @Test
  void dataOfANewerReleaseIsRefusedAndLeftAsItIs() {
    for (String newer : List.of("4", "next")) {
      server.command("SET", Keys.VERSION, newer);

      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("written by a newer release, in version '" + newer + "'")
          .hasMessageContaining("expected version 3 or older");

      assertThat(keys()).containsExactly(Keys.VERSION);
      assertThat(server.command("GET", Keys.VERSION)).isEqualTo(newer);
    }
  }

  @Test
  void dataOfAnOlderReleaseIsBroughtToThisOneStepByStep() {
    server.command("SET", Keys.VERSION, "1");
    List<String> done = new ArrayList<>();
    Schema newer =
        new Schema(
            List.of(
                link -> done.add("1 to 2, was " + server.command("GET", Keys.VERSION)),
                link -> done.add("2 to 3, was " + server.command("GET", Keys.VERSION))));

    RedisStores.open(link(), newer, clock, notice -> {}).close();
    RedisStores.open(link(), newer, clock, notice -> {}).close();

    assertThat(done).containsExactly("1 to 2, was 1", "2 to 3, was 2");
    assertThat(server.command("GET", Keys.VERSION)).isEqualTo("3");
  }

  @Test
  void anUpgradeThatFailsIsDoneAgainByTheNextOpening() {
    server.command("SET", Keys.VERSION, "1");
    Schema failing =
        new Schema(
            List.of(
                link -> {
                  throw new IllegalStateException("cut off");
                }));
    Schema whole = new Schema(List.of(link -> server.command("SET", "kirolinter:new", "1")));

    assertThatIllegalStateException()
        .isThrownBy(() -> RedisStores.open(link(), failing, clock, notice -> {}));
    assertThat(server.command("GET", Keys.VERSION)).isEqualTo("1");
    RedisStores.open(link(), whole, clock, notice -> {}).close();

    assertThat(server.command("GET", "kirolinter:new")).isEqualTo("1");
    assertThat(server.command("GET", Keys.VERSION)).isEqualTo("2");
  }

  @Test
  void everyOpeningHasANameOfItsOwn() {
    try (RedisLink link = link()) {
      Set<String> writers =
          java.util.stream.IntStream.range(0, 5)
              .mapToObj(i -> Opening.of(link, Schema.STORES).writer())
              .collect(Collectors.toSet());

      assertThat(writers).hasSize(5);
    }
  }

  @Test
  void aDamagedResultIsLeftOut() {
    try (RedisStores stores = open()) {
      stores.cache().put(Map.of("a", "1", "b", "1", "c", "1"));
      for (String key : keys()) {
        if (key.endsWith(":a")) {
          server.command("APPEND", key, "damage");
        } else if (key.endsWith(":b")) {
          server.command("SET", key, "x");
        }
      }

      assertThat(stores.cache().get(List.of("a", "b", "c"))).isEqualTo(Map.of("c", "1"));
    }
  }

  @Test
  void resultsStayFor30DaysAfterTheirLastUse() {
    try (RedisStores stores = open()) {
      stores.cache().put(Map.of("a", "1"));
      String key = keys().stream().filter(name -> name.endsWith(":a")).findFirst().orElseThrow();
      server.command("PEXPIRE", key, "60000");

      stores.cache().get(List.of("a"));

      assertThat(Long.parseLong(server.command("TTL", key)))
          .isGreaterThan(Duration.ofDays(30).toSeconds() - 60);
    }
  }

  /** Calls all that there is. */
  private void useAll() {
    try (RedisStores stores = open()) {
      Lease lease = create(stores, 1);
      create(stores, 2);
      stores.journal().renew(lease, LENGTH);
      stores.journal().requestCancel(lease.run());
      stores.journal().checkpoint(lease, running(), REVIEW);
      stores.journal().release(lease);
      Lease again = stores.journal().claim(lease.run(), "here", LENGTH).granted().orElseThrow();
      stores.journal().checkpoint(again, ended(), REVIEW);
      stores.journal().list(RunQuery.living());
      stores.journal().artifacts(lease.run());
      stores.memory().observe(REPOSITORY, "1", List.of(seen("finding"), seen("fix")));
      stores.memory().patterns(REPOSITORY, "finding", LENGTH, clock.instant());
      stores.memory().forgetBefore(REPOSITORY, clock.instant().minus(LENGTH));
      stores.memory().increment(REPOSITORY, "runs", 1);
      stores.memory().forget(new RepositoryId("kirolinter"));
      stores.jobs().list();
      stores.jobs().remove("none");
      stores.cache().put(Map.of("a", "1", "b", "2"));
      stores.cache().get(List.of("a", "b"));
      stores.journal().delete(lease.run());
    }
  }

  private Lease create(RedisStores stores, int number) {
    var claim = stores.journal().create(reading(number), "here", LENGTH);
    return claim.granted().orElseThrow();
  }

  private Observation seen(String kind) {
    return new Observation(kind, "a", 1, "", clock.instant());
  }

  private RedisStores open() {
    return RedisStores.open(server.url(), clock, notice -> {});
  }

  private static RedisLink link() {
    RedisAddress address = RedisAddress.parse(server.url());
    return RedisLink.connect(ClientConfig.of(address), address.toString());
  }

  private static List<String> keys() {
    return server.command("KEYS", "*").lines().filter(line -> !line.isEmpty()).toList();
  }

  private static boolean isMemory(String key) {
    return key.startsWith("kirolinter:{") && !key.contains("}:call:");
  }

  /** What a client sent, without what scripts did. */
  private static List<String> requests(List<String> commands) {
    return commands.stream()
        .filter(line -> !line.contains(" lua] "))
        .filter(line -> line.matches("(?i).*\"eval(sha)?\".*"))
        .toList();
  }

  private static RunState running() {
    return RunState.queued().withStatus(RunStatus.RUNNING);
  }

  private RunState ended() {
    return RunState.queued().ended(RunStatus.SUCCEEDED, clock.instant());
  }
}
