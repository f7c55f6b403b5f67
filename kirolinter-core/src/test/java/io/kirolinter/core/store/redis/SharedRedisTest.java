package io.kirolinter.core.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SampleRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisMonitor;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis in which others keep their data too. */
@Timeout(60)
class SharedRedisTest {

  /** Those that name no key, and change no data. */
  private static final Set<String> WITHOUT_KEYS =
      Set.of("PING", "AUTH", "HELLO", "CLIENT", "SELECT", "INFO", "TIME", "QUIT");

  private static final List<String> FOREIGN =
      List.of(
          "jobs",
          "kiro",
          "kirolinter",
          "kirolinter2:all",
          "{kirolinter:}:x",
          "a:list",
          "a:hash",
          "a:set");

  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private RedisServer server;

  @BeforeEach
  void startWithForeignKeys() {
    server = RedisServer.start();
    FOREIGN.stream().limit(5).forEach(key -> server.command("SET", key, "theirs"));
    server.command("RPUSH", "a:list", "1", "2");
    server.command("HSET", "a:hash", "name", "theirs");
    server.command("SADD", "a:set", "1", "2", "3");
    server.command("EXPIRE", "jobs", "100000");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsNotOursStaysAsItIs() {
    Map<String, String> before = foreign();

    workOn(server.url());

    assertThat(foreign()).isEqualTo(before);
    assertThat(ours()).isNotEmpty();
    assertThat(keys()).containsAll(FOREIGN).hasSize(FOREIGN.size() + ours().size());
  }

  @Test
  void everyCommandNamesOurKeysAlone() {
    try (RedisMonitor monitor = server.monitor()) {
      workOn(server.url());

      List<List<String>> commands = monitor.seen().stream().map(SharedRedisTest::words).toList();
      assertThat(commands).hasSizeGreaterThan(30);
      assertThat(commands)
          .filteredOn(command -> !isProbeOfTheClient(command))
          .allSatisfy(SharedRedisTest::assertOnlyOurs);
    }
  }

  @Test
  void anotherDatabaseOfTheServerStaysEmpty() {
    workOn(server.url() + "/3");

    assertThat(ours()).isEmpty();
    assertThat(server.command("INFO", "keyspace")).contains("db3:").doesNotContain("db1:");
  }

  private void workOn(String url) {
    try (Stores stores = RedisStores.open(url, clock, notice -> {})) {
      Lease lease =
          stores
              .journal()
              .create(SampleRuns.changing(1), "here", EveryMethod.LEASE)
              .granted()
              .orElseThrow();
      Run over = SampleRuns.reading(7);
      Lease toEnd =
          stores.journal().create(over, "here", EveryMethod.LEASE).granted().orElseThrow();
      stores
          .journal()
          .checkpoint(
              toEnd, over.state().ended(RunStatus.FAILED, clock.instant()), Optional.empty());
      EveryMethod.of(stores, lease).values().forEach(Runnable::run);
      EveryMethod.ofCache(stores).values().forEach(Runnable::run);
      stores.journal().release(lease);
      stores.journal().claim(lease.run(), "there", EveryMethod.LEASE);
    }
  }

  private Map<String, String> foreign() {
    return FOREIGN.stream()
        .collect(
            Collectors.toMap(
                key -> key,
                key ->
                    server.command("DEBUG", "DIGEST-VALUE", key)
                        + " until "
                        + server.command("EXPIRETIME", key)));
  }

  private List<String> ours() {
    return keys().stream().filter(key -> key.startsWith("kirolinter:")).toList();
  }

  private List<String> keys() {
    return server.command("KEYS", "*").lines().toList();
  }

  /** The client itself looks whether it talks to a cluster's proxy, and ignores what it reads. */
  private static boolean isProbeOfTheClient(List<String> command) {
    return command.subList(1, command.size()).containsAll(List.of("test1", "test2"))
        || command.equals(List.of("get", "test1"))
        || command.equals(List.of("get", "test2"));
  }

  private static void assertOnlyOurs(List<String> command) {
    String name = command.get(0).toUpperCase(Locale.ROOT);
    if (name.startsWith("EVAL")) {
      int keys = Integer.parseInt(command.get(2));
      assertThat(command.subList(3, 3 + keys)).allMatch(key -> key.startsWith("kirolinter:"));
    } else if (name.equals("SCRIPT")) {
      assertThat(command.get(1).toUpperCase(Locale.ROOT)).isIn("LOAD", "EXISTS");
    } else if (!WITHOUT_KEYS.contains(name)) {
      assertThat(command).hasSizeGreaterThan(1);
      assertThat(command.get(1)).as("%s", command).startsWith("kirolinter:");
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }
}
