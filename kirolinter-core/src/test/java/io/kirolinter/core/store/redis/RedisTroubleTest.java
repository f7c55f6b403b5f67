package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisOptions;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.client.RedisException;

/** Every trouble is named, with what to do about it, and without the password. */
class RedisTroubleTest {

  private static final Duration LENGTH = Duration.ofSeconds(5);

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final List<String> notices = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"redis,''", "redis-sentinel,/main"})
  void anAddressWhereNobodyListensIsNamedWithinTwoSeconds(String scheme, String path)
      throws Exception {
    String address = scheme + "://127.0.0.1:" + freePort() + path;

    assertThatThrownBy(() -> withinTwoSeconds(address.replace("://", "://zoe:s3cret@")))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "Cannot open data store '%s': nothing listens there.".formatted(address)
                + " Start it, or correct the address.");
  }

  @ParameterizedTest
  @CsvSource({
    "redis,''",
    "rediss,''",
    "redis-cluster,''",
    "redis-sentinel,/main",
    "rediss-sentinel,/main",
  })
  void whoAcceptsAndNeverAnswersIsNamedWithinTwoSeconds(String scheme, String path)
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = scheme + "://127.0.0.1:" + silent.getLocalPort() + path;

      assertThatThrownBy(() -> withinTwoSeconds(address.replace("://", "://zoe:s3cret@")))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("Cannot open data store '" + address + "': ")
          .hasMessageContaining("does not answer in time");
    }
  }

  @Test
  void aHostThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> open("redis://zoe:s3cret@no-such-host.invalid"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("redis://no-such-host.invalid:6379")
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void wrongOrMissingPasswordsAreToldApart() {
    try (RedisServer server = RedisServer.start(RedisOptions.plain().password("s3cret"))) {
      String host = "127.0.0.1:" + server.port();
      refused("redis://:wr0ng@" + host, "it does not know this user and password");
      refused("redis://zoe:s3cret@" + host, "it does not know this user and password");
      refused("redis://" + host, "it wants a password");
      open("redis://:s3cret@" + host).close();
    }
    try (RedisServer server = RedisServer.start()) {
      refused(
          "redis://:s3cret@127.0.0.1:" + server.port(), "it takes no password, but one was given");
    }
  }

  @Test
  void aUserWithoutTheRightsIsNamedAsSuch() {
    RedisOptions options = RedisOptions.plain().user("zoe", "s3cret", "~* +@connection");
    try (RedisServer server = RedisServer.start(options)) {
      refused(server.url(), "the user lacks a right there");
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    try (RedisServer server = RedisServer.start(RedisOptions.plain().with("databases 2"))) {
      open(server.url() + "/1").close();
      refused(server.url() + "/2", "it has no database of this number");
    }
  }

  @Test
  void aServerWithoutTlsIsNamedWhereTlsWasAskedFor() {
    try (RedisServer server = RedisServer.start()) {
      assertThatThrownBy(() -> withinTwoSeconds("rediss://127.0.0.1:" + server.port()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("rediss");
    }
  }

  @Test
  void aReplicaIsNamedAsSuch() {
    try (RedisServer primary = RedisServer.start();
        RedisServer replica = RedisServer.start(RedisOptions.plain().replicaOf(primary))) {
      refused(replica.url(), "it is a replica, which takes no writes");
    }
  }

  @Test
  void aServerThatBecomesAReplicaKeepsWhatItHasAndTakesNoMore() {
    try (RedisServer primary = RedisServer.start();
        RedisServer server = RedisServer.start();
        RedisStores stores = open(server.url())) {
      stores.memory().increment(REPOSITORY, "runs", 1);
      server.command("CONFIG", "SET", "replica-serve-stale-data", "yes");
      server.command("REPLICAOF", "127.0.0.1", String.valueOf(primary.port()));

      assertThatThrownBy(() -> stores.memory().increment(REPOSITORY, "runs", 1))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("replica");
    }
  }

  @Test
  void aFullServerWritesNothingByHalvesAndWorksAgainWithMoreMemory() {
    try (RedisServer server = RedisServer.start();
        RedisStores stores = open(server.url())) {
      stores.journal().create(changing(1), "here", LENGTH);
      String before = dump(server);
      server.command("CONFIG", "SET", "maxmemory", "1");

      List<ThrowingCallable> writes =
          List.of(
              () -> stores.journal().create(changing(2), "here", LENGTH),
              () -> stores.journal().claim(changing(1).id(), "here", LENGTH),
              () -> stores.memory().observe(REPOSITORY, "key", List.of()),
              () -> stores.memory().increment(REPOSITORY, "runs", 1));
      for (ThrowingCallable write : writes) {
        assertThatThrownBy(write)
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("its memory is full");
      }
      assertThat(dump(server)).isEqualTo(before);
      assertThat(stores.journal().find(changing(1).id())).isPresent();

      server.command("CONFIG", "SET", "maxmemory", "0");
      stores.memory().increment(REPOSITORY, "runs", 1);
      assertThat(stores.memory().counter(REPOSITORY, "runs")).isEqualTo(1);
    }
  }

  @Test
  void dataOfOthersUnderOurKeysIsNamedAndLeftAlone() {
    try (RedisServer server = RedisServer.start();
        RedisStores stores = open(server.url())) {
      server.command("SET", Keys.of(REPOSITORY).counters(), "theirs");

      assertThatThrownBy(() -> stores.memory().counter(REPOSITORY, "runs"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("somebody else keeps other data under our keys");

      assertThat(server.command("GET", Keys.of(REPOSITORY).counters())).isEqualTo("theirs");
    }
  }

  @Test
  void aServerThatMayThrowDataAwayIsWarnedOf() {
    try (RedisServer server = RedisServer.start()) {
      open(server.url()).close();
      server.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
      open(server.url()).close();
      assertThat(notices).isEmpty();

      server.command("CONFIG", "SET", "maxmemory", "100mb");
      open(server.url()).close();
      server.command("CONFIG", "SET", "maxmemory-policy", "volatile-ttl");
      open(server.url()).close();

      String place = "redis://127.0.0.1:" + server.port();
      assertThat(notices)
          .containsExactly(
              "The Redis at "
                  + place
                  + " throws data away when its memory is full (maxmemory-policy allkeys-lru),"
                  + " runs and what was learned too. Set it to noeviction.",
              "The Redis at "
                  + place
                  + " throws data away when its memory is full (maxmemory-policy volatile-ttl),"
                  + " what was learned too. Set it to noeviction.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOADING Redis is loading the dataset in memory|it is still reading its data",
        "MISCONF Redis is configured to save RDB snapshots, but|it cannot write to its disk",
        "NOREPLICAS Not enough good replicas to write.|too few of its replicas are there",
        "CLUSTERDOWN Hash slot not served|the cluster has no server for a part of the keys",
        "MASTERDOWN Link with MASTER is down|it is a replica that has lost its master",
        "TRYAGAIN Multiple keys request during rehashing of slot|the cluster moves its keys",
        "BUSY Redis is busy running a script.|it is busy with a script of somebody else",
        "ERR odd. channel: [id: 0x1] command: (EVAL), params: [secret]|ERR odd.",
      })
  void answersOfTheServerAreExplained(String answer, String found) {
    StoreException trouble = RedisTrouble.of("write a run to", "redis://h:1", failing(answer));

    assertThat(trouble)
        .hasMessageStartingWith("Cannot write a run to data store 'redis://h:1': " + found)
        .message()
        .doesNotContain("secret", "..");
  }

  @Test
  void anUnusableConfigurationFileIsNamed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("redisson.yaml"), "singleServer: [1");

    for (Path wrong : List.of(file, folder.resolve("missing.yaml"))) {
      assertThatThrownBy(() -> RedisStores.openConfigured(wrong, clock, notices::add))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("Cannot read Redisson configuration '" + wrong + "'");
    }
  }

  @Test
  void troubleWithResultsIsSaidOnceAndReachesNobody() {
    try (RedisServer server = RedisServer.start();
        RedisStores stores = open(server.url())) {
      stores.cache().put(Map.of("a", "1"));
      server.kill();

      assertThat(stores.cache().get(List.of("a"))).isEmpty();
      stores.cache().put(Map.of("b", "1"));
      server.startAgain();
      assertThat(stores.cache().get(List.of("a"))).isEmpty();
      clock.advance(Duration.ofMinutes(1));
      stores.cache().put(Map.of("b", "2"));

      assertThat(stores.cache().get(List.of("b"))).isEqualTo(Map.of("b", "2"));
      assertThat(notices).hasSize(1);
      assertThat(notices.get(0)).contains("Until then results are computed each time.");
    }
  }

  private void refused(String address, String found) {
    assertThatThrownBy(() -> open(address))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("': " + found + ".")
        .message()
        .doesNotContain("s3cret", "wr0ng", "zoe");
  }

  private void withinTwoSeconds(String address) {
    long began = System.nanoTime();
    try {
      open(address).close();
    } finally {
      // Loading the client's classes in a busy test run is not the server's time.
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
  }

  private RedisStores open(String address) {
    return RedisStores.open(address, clock, notices::add);
  }

  private static Throwable failing(String answer) {
    return new IllegalStateException(new RedisException(answer));
  }

  /** All data but for what each opening counts. */
  private static String dump(RedisServer server) {
    StringBuilder all = new StringBuilder();
    server
        .command("KEYS", "*")
        .lines()
        .sorted()
        .forEach(key -> all.append(key).append(server.command("DEBUG", "DIGEST-VALUE", key)));
    return all.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
