package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.testkit.RandomRuns;
import io.kirolinter.core.testkit.SettableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that were packed, and what can happen to them. */
class FactsDaysTest {

  @TempDir Path home;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private final RandomRuns history =
      RandomRuns.over(clock.instant().minus(Duration.ofDays(4)), Duration.ofDays(4), 40);

  @BeforeEach
  void fill() {
    try (EmbeddedStores stores = open()) {
      history.addTo(stores.journal());
    }
  }

  @Test
  void allDaysButTheLastArePackedWhenTheyAreRead() throws Exception {
    assertThat(packedDays()).isZero();

    assertThat(read()).isEqualTo(history.facts(FactsQuery.all()));

    assertThat(packedDays()).isEqualTo(4);
    clock.advance(Duration.ofDays(1));
    assertThat(read()).isEqualTo(history.facts(FactsQuery.all()));
    assertThat(packedDays()).isEqualTo(5);
  }

  @Test
  void whatIsPackedIsReadInPlaceOfTheRuns() throws Exception {
    read();
    execute("DROP TRIGGER facts_day_loses");
    execute("DELETE FROM run_facts WHERE created / 86400000000000 < 20778");

    assertThat(read()).isEqualTo(history.facts(FactsQuery.all()));
  }

  @Test
  void whoeverWritesARunUnpacksItsDay() throws Exception {
    read();
    execute("DELETE FROM run_facts");

    assertThat(read()).isEmpty();
    assertThat(packedDays()).isZero();
  }

  @Test
  void damagedDaysAreReadRunByRun() throws Exception {
    read();
    execute("UPDATE facts_day SET runs = CAST(x'20' || runs AS BLOB) WHERE day % 2 = 0");
    execute("UPDATE facts_day SET runs = substr(runs, 1, 40) WHERE day % 2 = 1");

    assertThat(read()).isEqualTo(history.facts(FactsQuery.all()));
  }

  @Test
  void whereNothingCanBeWrittenRunsAreReadOneByOne() throws Exception {
    execute("CREATE TRIGGER full BEFORE INSERT ON facts_day BEGIN SELECT RAISE(FAIL, 'full'); END");

    assertThat(read()).isEqualTo(history.facts(FactsQuery.all()));
    assertThat(packedDays()).isZero();
  }

  private List<RunFacts> read() {
    List<RunFacts> found = new ArrayList<>();
    try (EmbeddedStores stores = open()) {
      stores.facts().visit(FactsQuery.all(), found::add);
    }
    return found;
  }

  private long packedDays() throws SQLException {
    try (EmbeddedStores stores = open()) {
      return stores.database().number("SELECT count(*) FROM facts_day");
    }
  }

  private EmbeddedStores open() {
    return EmbeddedStores.open(home, clock);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve(EmbeddedStores.FILE));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
