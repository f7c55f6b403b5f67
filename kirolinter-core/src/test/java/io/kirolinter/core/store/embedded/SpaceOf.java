package io.kirolinter.core.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.testkit.SampleRuns;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Fills a store with runs and deletes them again. */
final class SpaceOf {

  private static final StoredArtifact LARGE =
      new StoredArtifact("analyze", "review", "\"" + "x".repeat(100_000) + "\"");

  private SpaceOf() {}

  /** {@return how many bytes the store gave back} */
  static long deletedRuns(EmbeddedStores stores, int count) throws SQLException {
    deletedRunsWithoutReclaiming(stores, count);
    return stores.upkeep().reclaim(Duration.ofSeconds(30));
  }

  /** {@return how many pages are free then} */
  static long deletedRunsWithoutReclaiming(EmbeddedStores stores, int count) throws SQLException {
    List<RunId> ids = new ArrayList<>();
    RunState over = RunState.queued().ended(RunStatus.FAILED, Instant.EPOCH);
    for (int number = 100; number < 100 + count; number++) {
      Run run = SampleRuns.reading(number).withState(over);
      assertThat(stores.journal().add(run, List.of(LARGE))).isTrue();
      ids.add(run.id());
    }
    assertThat(stores.journal().deleteAll(ids)).isEqualTo(count);
    return stores.database().number("PRAGMA freelist_count");
  }
}
