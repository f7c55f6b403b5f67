package io.kirolinter.core.store.redis;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.changing;
import static io.kirolinter.core.testkit.SampleRuns.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.SettableClock;
import io.kirolinter.core.testkit.redis.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one release has written to a Redis, the next one reads. */
class RedisUpgradeTest {

  private static final Instant END = Instant.parse("2026-11-22T18:16:30Z");
  private static final StoredArtifact REVIEW =
      new StoredArtifact(
          "analyze", "review", "{\"findings\":[{\"severity\":\"low\"}],\"lines\":9}");

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
  void runsOfAnEarlierReleaseAreCounted() {
    Run over = over(changing(1));
    try (Stores stores = open()) {
      stores.journal().add(over, List.of(REVIEW));
    }
    backToVersion1(over);

    try (Stores stores = open()) {
      assertThat(facts(stores)).containsExactly(RunFacts.of(over, List.of(REVIEW)));
      stores.journal().delete(over.id());
      assertThat(facts(stores)).isEmpty();
    }
    assertThat(server.command("GET", Keys.VERSION)).isEqualTo("3");
  }

  @Test
  void aRunThatAnEarlierReleaseBeganIsCountedOnceItEnds() {
    Lease lease;
    try (Stores stores = open()) {
      lease = begin(stores, reading(2));
    }
    backToVersion1(reading(2));

    try (Stores stores = open()) {
      assertThat(facts(stores)).isEmpty();
      stores.journal().checkpoint(lease, over(reading(2)).state(), Optional.empty());

      assertThat(facts(stores)).containsExactly(RunFacts.of(over(reading(2)), List.of(REVIEW)));
    }
  }

  @Test
  void aRunOfAProcessThatMissedTheUpgradeIsCountedAsWell() {
    try (Stores stores = open()) {
      Lease lease = begin(stores, reading(2));
      server.command("HDEL", Keys.of(REPOSITORY).run(reading(2).id()), "facts");

      stores.journal().checkpoint(lease, over(reading(2)).state(), Optional.empty());

      assertThat(facts(stores)).containsExactly(RunFacts.of(over(reading(2)), List.of(REVIEW)));
    }
  }

  @Test
  void factsOfManyRunsAreReadPageByPage() {
    List<RunFacts> written = new ArrayList<>();
    try (Stores stores = open()) {
      for (int number = 1; number <= 6; number++) {
        Run run = over(changing(number));
        stores.journal().add(run, List.of(REVIEW));
        written.add(RunFacts.of(run, List.of(REVIEW)));
      }
    }
    RedisAddress address = RedisAddress.parse(server.url());
    try (RedisLink link = RedisLink.connect(ClientConfig.of(address), address.toString())) {
      for (int page : new int[] {1, 2, 3, 4, 6, 7}) {
        List<RunFacts> read = new ArrayList<>();
        new FactsLines(link, page)
            .visit(REPOSITORY, TimeText.of(Instant.MIN), TimeText.of(Instant.MAX), read::add);

        assertThat(read).as("pages of %d", page).isEqualTo(written);
      }
    }
  }

  private static Lease begin(Stores stores, Run run) {
    Lease lease =
        stores.journal().create(run, "here", Duration.ofMinutes(5)).granted().orElseThrow();
    stores
        .journal()
        .checkpoint(lease, RunState.queued().withStatus(RunStatus.RUNNING), Optional.of(REVIEW));
    return lease;
  }

  private static Run over(Run run) {
    return run.withState(RunState.queued().ended(RunStatus.SUCCEEDED, END));
  }

  private static void backToVersion1(Run run) {
    Keys keys = Keys.of(REPOSITORY);
    server.command("HDEL", keys.run(run.id()), "facts", "facts:" + RedisRunJournal.field(REVIEW));
    server.command("DEL", keys.facts());
    server.command("DEL", Keys.RUN_REPOSITORIES);
    server.command("SET", Keys.VERSION, "1");
  }

  private Stores open() {
    return RedisStores.open(server.url(), clock, notice -> {});
  }

  private static List<RunFacts> facts(Stores stores) {
    List<RunFacts> found = new ArrayList<>();
    stores.facts().visit(FactsQuery.all(), found::add);
    return found;
  }
}
