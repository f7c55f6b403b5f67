package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.testkit.UpkeepContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedUpkeepTest extends UpkeepContract {

  @TempDir Path home;

  @Override
  protected Stores open(InstantSource time) {
    return EmbeddedStores.open(home, time);
  }

  @Test
  void theFileGetsSmallerByWhatWasDeleted() throws Exception {
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      long freed = SpaceOf.deletedRuns(stores, 40);

      assertThat(freed).isGreaterThan(4_000_000);
      assertThat(stores.database().number("PRAGMA freelist_count")).isZero();
      assertThat(Files.size(home.resolve("kirolinter.db"))).isLessThan(500_000);
    }
  }

  @Test
  void whatTheTimeIsTooShortForIsDoneTheNextTime() throws Exception {
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      long before = SpaceOf.deletedRunsWithoutReclaiming(stores, 40);

      assertThat(stores.upkeep().reclaim(Duration.ZERO)).isZero();
      assertThat(stores.database().number("PRAGMA freelist_count")).isEqualTo(before);

      assertThat(stores.upkeep().reclaim(Duration.ofSeconds(30))).isGreaterThan(4_000_000);
    }
  }

  @Test
  void aWriterInTheWayIsNotWaitedFor() throws Exception {
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock);
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("kirolinter.db"))) {
      SpaceOf.deletedRunsWithoutReclaiming(stores, 10);
      stores.database().execute("PRAGMA busy_timeout = 20");
      other.createStatement().execute("BEGIN IMMEDIATE");

      assertThat(stores.upkeep().reclaim(Duration.ofSeconds(5))).isZero();

      other.createStatement().execute("ROLLBACK");
      assertThat(stores.upkeep().reclaim(Duration.ofSeconds(5))).isPositive();
    }
  }

  @Test
  void otherTroubleIsPassedOn() throws Exception {
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      SpaceOf.deletedRunsWithoutReclaiming(stores, 10);
      stores.database().execute("PRAGMA query_only = 1");

      assertThatThrownBy(() -> stores.upkeep().reclaim(Duration.ofSeconds(5)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Cannot free space in data store");
    }
  }
}
