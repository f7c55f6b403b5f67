package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.RandomRuns;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days that were packed on a Redis, and what can happen to them. */
class FactsDaysTest {

  private static final String DAYS = Keys.of(REPOSITORY).factsDays();
  private static final String FACTS = Keys.of(REPOSITORY).facts();
  private static final Instant FIRST = Instant.parse("2026-11-19T00:00:00Z");
  private static final String DAY = TimeText.of(FIRST).substring(0, 16);

  private static RedisServer server;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final RandomRuns history =
      RandomRuns.over(clock.instant().minus(Duration.ofDays(4)), Duration.ofDays(4), 40);
  private final List<RunFacts> written = history.facts(FactsQuery.all());

  @BeforeAll
  static void start() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void fill() {
    try (Stores stores = open()) {
      history.addTo(stores.journal());
    }
  }

  @AfterEach
  void forget() {
    server.command("CONFIG", "SET", "maxmemory", "0");
    server.command("FLUSHALL");
  }

  @Test
  void allDaysButTheLastArePackedWhenTheyAreRead() {
    assertThat(server.command("HLEN", DAYS)).isEqualTo("0");

    assertThat(read()).isEqualTo(written);

    assertThat(server.command("HLEN", DAYS)).isEqualTo("4");
    assertThat(server.command("HGET", DAYS, DAY)).matches("(?s)\\d+:1:.*");
    assertThat(read()).isEqualTo(written);
  }

  @Test
  void whatAnEarlierReleaseChangedIsNotReadFromAPackedDay() {
    read();
    String member =
        server.command("EVAL", "return redis.call('ZRANGE', KEYS[1], 0, 0)[1]", "1", FACTS);
    server.command("ZREM", FACTS, member);

    assertThat(read()).isEqualTo(written.subList(1, written.size()));
    assertThat(read()).isEqualTo(written.subList(1, written.size()));
  }

  @Test
  void aMarkThatSomebodyLeftAndADamagedDayAreReadRunByRun() {
    for (String left : List.of("by 1-abc-7", "3:1:damaged", "")) {
      read();
      server.command("HSET", DAYS, DAY, left);

      assertThat(read()).isEqualTo(written);
      assertThat(server.command("HGET", DAYS, DAY)).matches("(?s)\\d+:1:.*");
    }
  }

  @Test
  void aDamagedDayWithTheRightCountIsReadRunByRun() {
    read();
    String packed = server.command("HGET", DAYS, DAY);
    server.command("HSET", DAYS, DAY, packed.substring(0, packed.length() / 2));

    assertThat(read()).isEqualTo(written);
    assertThat(server.command("HGET", DAYS, DAY)).isEqualTo(packed);
  }

  @Test
  void whereNothingCanBeWrittenRunsAreReadOneByOne() {
    try (Stores stores = open()) {
      server.command("CONFIG", "SET", "maxmemory", "1");

      assertThat(read(stores)).isEqualTo(written);
      assertThat(server.command("HLEN", DAYS)).isEqualTo("0");
    }
  }

  @Test
  void daysAreReadPageByPage() {
    RedisAddress address = RedisAddress.parse(server.url());
    try (RedisLink link = RedisLink.connect(ClientConfig.of(address), address.toString())) {
      for (int page : new int[] {1, 1_500, 3_000, 100_000}) {
        List<RunFacts> found = new ArrayList<>();
        new FactsDays(link, "1", page)
            .visit(REPOSITORY, FIRST, FIRST.plus(Duration.ofDays(3)), found::add);

        assertThat(found)
            .isEqualTo(
                history.facts(
                    FactsQuery.all().since(FIRST).before(FIRST.plus(Duration.ofDays(3)))));
      }
    }
  }

  private List<RunFacts> read() {
    try (Stores stores = open()) {
      return read(stores);
    }
  }

  private static List<RunFacts> read(Stores stores) {
    List<RunFacts> found = new ArrayList<>();
    stores.facts().visit(FactsQuery.all(), found::add);
    return found;
  }

  private Stores open() {
    return RedisStores.open(server.url(), clock, notice -> {});
  }
}
