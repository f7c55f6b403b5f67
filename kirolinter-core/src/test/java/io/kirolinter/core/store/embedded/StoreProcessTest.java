package io.kirolinter.core.store.embedded;

import static io.kirolinter.core.store.embedded.StoreProcess.Task.CHECKPOINTS_WITH_SLEEP;
import static io.kirolinter.core.store.embedded.StoreProcess.Task.TAKE_OVER;
import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several real processes on one store, some of them killed. */
@Timeout(60)
class StoreProcessTest {

  private static final int PROCESSES = 3;
  private static final int KILLS = 6;
  private static final int EARLY_KILLS = 6;

  /** In kilobytes: room for the native library of the store, and for some hundred checkpoints. */
  private static final int SMALL_DISK = 3072;

  @TempDir Path home;
  @TempDir Path temporary;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");

  @Test
  void processesThatWriteAtOnceLoseNothingAndOneGetsTheRepository() throws Exception {
    List<StoreProcess> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(StoreProcess.start(home, temporary, StoreProcess.Task.SHARES, i));
    }
    List<String> claims = new ArrayList<>();
    for (StoreProcess process : processes) {
      claims.addAll(process.rest());
      assertThat(process.exitCode()).isZero();
    }

    assertThat(claims).containsExactlyInAnyOrder("Granted", "Busy", "Busy");
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      assertThat(stores.memory().counter(REPOSITORY, "shared"))
          .isEqualTo((long) PROCESSES * StoreProcess.SHARED_INCREMENTS);
      assertThat(stores.memory().observations(REPOSITORY, "finding", 1000))
          .extracting(Observation::subject)
          .doesNotHaveDuplicates()
          .hasSize(StoreProcess.SHARED_OBSERVATIONS);
      assertThat(stores.journal().list(RunQuery.living())).hasSize(PROCESSES);
      assertThat(integrity(stores)).isEqualTo("ok");
    }
  }

  @Test
  void noCheckpointThatWasToldIsLostWhenProcessesAreKilled() throws Exception {
    Random moments = new Random(20261122);
    for (int number = 0; number < KILLS; number += 2) {
      try (StoreProcess one = checkpoints(number);
          StoreProcess two = checkpoints(number + 1)) {
        int told = killAfter(one, 1 + moments.nextInt(40));
        int toldByTheOther = killAfter(two, 1 + moments.nextInt(40));

        assertKept(number, told);
        assertKept(number + 1, toldByTheOther);
      }
    }
  }

  @Test
  void aProcessThatIsKilledWhileItOpensTheStoreLeavesItSound() throws Exception {
    Random moments = new Random(42);
    for (int number = 0; number < EARLY_KILLS; number++) {
      Path fresh = home.resolve("home-" + number);
      try (StoreProcess process =
          StoreProcess.start(fresh, temporary, StoreProcess.Task.CHECKPOINTS, number)) {
        process.killAfter(Duration.ofMillis(150 + moments.nextInt(250)));
        int told = process.rest().size();

        try (EmbeddedStores stores = EmbeddedStores.open(fresh, clock)) {
          assertThat(integrity(stores)).isEqualTo("ok");
          assertThat(stores.memory().increment(REPOSITORY, "after", 1)).isEqualTo(1);
          assertThat(stores.journal().artifacts(StoreProcess.run(number).id()))
              .hasSizeGreaterThanOrEqualTo(told);
        }
      }
    }
  }

  @Test
  void aProcessLearnsThatAnotherHoldsItsRun() throws Exception {
    try (StoreProcess process = checkpoints(1);
        EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      process.nextLine();
      RunId run = StoreProcess.run(1).id();
      clock.set(stores.journal().holder(run).orElseThrow().expiresAt());

      Lease taken = stores.journal().claim(run, "test", StoreProcess.LEASE).granted().orElseThrow();
      List<String> told = process.rest();

      assertThat(told).last().isEqualTo("lost");
      int kept = stores.journal().artifacts(run).size();
      RunState end = stores.journal().find(run).orElseThrow().state();
      assertThat(end.steps().get(0).name()).isEqualTo("step-" + kept);
      assertThat(stores.journal().holder(run)).contains(taken);
    }
  }

  /** Each of them believes that it holds the run; only what the later one writes is kept. */
  @Test
  void aProcessThatSleptThroughATakeoverWritesNothingMore() throws Exception {
    RunId run = StoreProcess.run(1).id();
    try (StoreProcess sleeper = StoreProcess.start(home, temporary, CHECKPOINTS_WITH_SLEEP, 1)) {
      for (int i = 1; i <= StoreProcess.ASLEEP_AFTER; i++) {
        assertThat(sleeper.nextLine()).isEqualTo(Integer.toString(i));
      }
      try (StoreProcess other = StoreProcess.start(home, temporary, TAKE_OVER, 1)) {
        assertThat(other.rest()).containsExactly("taken");
        assertThat(other.exitCode()).isZero();
      }
      sleeper.wake();

      assertThat(sleeper.rest()).containsExactly("lost");
    }
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      List<String> steps =
          stores.journal().artifacts(run).stream().map(StoredArtifact::step).toList();
      int own = StoreProcess.ASLEEP_AFTER;
      assertThat(steps).hasSize(own + StoreProcess.TAKEN_OVER_CHECKPOINTS);
      assertThat(steps.subList(0, own)).allMatch(step -> step.startsWith("step-"));
      assertThat(steps.subList(own, steps.size())).allMatch(step -> step.startsWith("taken-"));
      assertThat(stores.journal().find(run).orElseThrow().state().steps().get(0).name())
          .isEqualTo("taken-" + StoreProcess.TAKEN_OVER_CHECKPOINTS);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessWhoseDiskIsFullSaysSoAndLosesNothing() throws Exception {
    try (StoreProcess process = StoreProcess.startOnSmallDisk(home, temporary, 1, SMALL_DISK)) {
      List<String> told = process.rest();

      assertThat(told)
          .last()
          .asString()
          .startsWith("failed Cannot write a checkpoint to data store");
      assertKept(1, told.size() - 1);
    }
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      assertThat(stores.memory().increment(REPOSITORY, "after", 1)).isEqualTo(1);
    }
  }

  private StoreProcess checkpoints(int number) throws IOException {
    return StoreProcess.start(home, temporary, StoreProcess.Task.CHECKPOINTS, number);
  }

  /** {@return the last number that the process told before it was gone} */
  private static int killAfter(StoreProcess process, int lines) throws Exception {
    int told = 0;
    while (told < lines) {
      told = Integer.parseInt(process.nextLine());
    }
    process.killAfter(Duration.ZERO);
    // A last line that was cut off is a smaller number, and so it counts too.
    return process.rest().stream().mapToInt(Integer::parseInt).reduce(told, Math::max);
  }

  private void assertKept(int number, int told) throws Exception {
    RunId run = StoreProcess.run(number).id();
    try (EmbeddedStores stores = EmbeddedStores.open(home, clock)) {
      List<StoredArtifact> kept = stores.journal().artifacts(run);
      assertThat(kept).hasSizeGreaterThanOrEqualTo(told);
      assertThat(kept)
          .extracting(StoredArtifact::step)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, kept.size()).mapToObj(i -> "step-" + i).toList());
      assertThat(stores.journal().find(run).orElseThrow().state().steps().get(0).name())
          .isEqualTo("step-" + kept.size());
      assertThat(integrity(stores)).isEqualTo("ok");
    }
  }

  private static String integrity(EmbeddedStores stores) throws Exception {
    return stores.database().first("PRAGMA integrity_check", row -> row.getString(1)).orElseThrow();
  }
}
