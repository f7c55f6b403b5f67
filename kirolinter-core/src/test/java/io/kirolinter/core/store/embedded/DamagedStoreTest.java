package io.kirolinter.core.store.embedded;

import static io.kirolinter.core.testkit.SampleRuns.REPOSITORY;
import static io.kirolinter.core.testkit.SampleRuns.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.RunStatus;
import io.kirolinter.core.run.StoredArtifact;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were damaged while nobody looked. */
class DamagedStoreTest {

  private static final int DAMAGES = 60;
  private static final int RUNS = 12;

  @TempDir Path home;

  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private byte[] sound = {};
  private Path file = Path.of("");

  @BeforeEach
  void writeASoundStore() throws IOException {
    file = home.resolve("kirolinter.db");
    try (EmbeddedStores stores = open()) {
      for (int i = 0; i < RUNS; i++) {
        write(stores, reading(i), i);
      }
    }
    sound = Files.readAllBytes(file);
  }

  @Test
  void whateverIsDamagedIsAnErrorOfTheStoreAndNeverReplaced() throws Exception {
    Random places = new Random(20261122);
    int refused = 0;
    int setAside = 0;
    for (int i = 0; i < DAMAGES; i++) {
      byte[] damaged = damaged(places, i);
      begin(damaged);

      boolean whole = isUsable();
      long size = Files.size(file); // an opening may have written to it before it saw the damage
      Optional<Path> place = StoreRepair.setAsideIfDamaged(home, clock);

      refused += whole ? 0 : 1;
      setAside += place.isPresent() ? 1 : 0;
      if (place.isPresent()) {
        assertThat(file).doesNotExist();
        assertThat(Files.size(place.get())).isEqualTo(size);
        assertThat(isUsable()).as("the new store").isTrue();
      }
    }
    assertThat(refused).as("damages that were noticed in use").isGreaterThan(DAMAGES / 3);
    assertThat(setAside).as("damages that were found by the repair").isGreaterThan(DAMAGES / 3);
  }

  @Test
  void aStoreThatIsTextIsSetAsideAsItIsAndThenBegunAnew() throws Exception {
    byte[] text = "These are my notes.\n".repeat(500).getBytes(StandardCharsets.UTF_8);
    begin(text);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("it was left as it is");
    assertThat(file).hasBinaryContent(text);

    Optional<Path> place = StoreRepair.setAsideIfDamaged(home, clock);

    assertThat(place).contains(home.resolve("kirolinter.db.damaged-20261122-181530"));
    assertThat(place.orElseThrow()).hasBinaryContent(text);
    try (EmbeddedStores stores = open()) {
      assertThat(stores.journal().list(RunQuery.newest(9))).isEmpty();
    }
  }

  @Test
  void whatWasSetAsideInTheSameSecondStaysToo() throws Exception {
    for (String text : List.of("first ", "second ")) {
      begin(text.repeat(1000).getBytes(StandardCharsets.UTF_8));
      StoreRepair.setAsideIfDamaged(home, clock);
    }

    assertThat(names())
        .containsExactlyInAnyOrder(
            "kirolinter.db.damaged-20261122-181530", "kirolinter.db.damaged-20261122-181530-1");
  }

  @Test
  void aSoundStoreStaysWhereItIs() throws Exception {
    assertThat(StoreRepair.setAsideIfDamaged(home, clock)).isEmpty();

    assertThat(file).hasBinaryContent(sound);
    assertThat(StoreRepair.setAsideIfDamaged(home.resolve("none"), clock)).isEmpty();
    assertThat(home.resolve("none")).doesNotExist();
  }

  @Test
  void aStoreOfANewerReleaseIsNoDamage() throws Exception {
    try (EmbeddedStores stores = open()) {
      stores.database().execute("PRAGMA user_version = 99");
    }

    assertThatThrownBy(() -> StoreRepair.setAsideIfDamaged(home, clock))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer release");
    assertThat(file).exists();
  }

  /** Some bytes changed, a part of it zeroed, or cut off; the header too, now and then. */
  private byte[] damaged(Random places, int number) {
    byte[] bytes = sound.clone();
    int start = places.nextInt(number % 5 == 0 ? 200 : bytes.length);
    if (number % 3 == 0) {
      return Arrays.copyOf(bytes, Math.max(1, start));
    }
    int end = Math.min(bytes.length, start + (number % 3 == 1 ? 4096 : 64));
    for (int i = start; i < end; i++) {
      bytes[i] = (byte) (number % 3 == 1 ? 0 : bytes[i] ^ (1 + places.nextInt(255)));
    }
    return bytes;
  }

  private void begin(byte[] content) throws IOException {
    for (String name : List.of("kirolinter.db-wal", "kirolinter.db-shm")) {
      Files.deleteIfExists(home.resolve(name));
    }
    Files.write(file, content);
  }

  /** Any other exception than that of a store fails the test. */
  private boolean isUsable() {
    try (EmbeddedStores stores = open()) {
      for (Run run : stores.journal().list(RunQuery.newest(99))) {
        stores.journal().find(run.id());
        stores.journal().artifacts(run.id());
        stores.journal().holder(run.id());
      }
      stores.memory().observations(REPOSITORY, "finding", 99);
      stores.memory().patterns(REPOSITORY, "finding", Duration.ofDays(1), clock.instant());
      stores.memory().increment(REPOSITORY, "runs", 1);
      stores.jobs().list();
      write(stores, reading(RUNS + 1), RUNS);
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessageStartingWith("Cannot ");
      return false;
    }
  }

  private void write(EmbeddedStores stores, Run run, int number) {
    Lease lease =
        stores.journal().create(run, "here", Duration.ofSeconds(5)).granted().orElseThrow();
    stores
        .journal()
        .checkpoint(
            lease,
            RunState.queued().withStatus(RunStatus.RUNNING),
            Optional.of(new StoredArtifact("analyze", "review", "\"" + "x".repeat(3000) + "\"")));
    String key = "run-" + number;
    stores
        .memory()
        .observe(
            REPOSITORY, key, List.of(new Observation("finding", key, 1, "seen", clock.instant())));
  }

  private EmbeddedStores open() {
    return EmbeddedStores.open(home, clock);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }
}
