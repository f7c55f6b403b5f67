package io.kirolinter.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.core.store.ResultCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ResultCache} promises. */
public abstract class ResultCacheContract extends StoreContract {

  private ResultCache cache;
  private ResultCache other;

  @BeforeEach
  final void openTwice() {
    cache = opening().cache();
    other = opening().cache();
  }

  @Test
  void givesTheEntriesThatAreThere() {
    cache.put(Map.of("a", "1", "ü/€", "zwei\n\"𝄞\""));

    assertThat(other.get(List.of("a", "ü/€", "missing")))
        .isEqualTo(Map.of("a", "1", "ü/€", "zwei\n\"𝄞\""));
    assertThat(other.get(List.of())).isEmpty();
  }

  @Test
  void theLatestEntryOfAKeyCounts() {
    cache.put(Map.of("a", "1", "b", "1"));

    other.put(Map.of("a", "2"));

    assertThat(cache.get(List.of("a", "b"))).isEqualTo(Map.of("a", "2", "b", "1"));
  }

  @Test
  void givesManyAndLargeEntries() {
    Map<String, String> entries = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      entries.put("key-" + i, "value-" + i + "x".repeat(i));
    }

    cache.put(entries);

    assertThat(other.get(entries.keySet())).isEqualTo(entries);
  }

  @Test
  void manyCanWriteAtOnce() throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ResultCache asked = i % 2 == 0 ? cache : other;
      Map<String, String> entries = Map.of("shared", "same", "key-" + i, "value-" + i);
      calls.add(
          () -> {
            asked.put(entries);
            Map<String, String> found = asked.get(entries.keySet());
            return entries.entrySet().containsAll(found.entrySet());
          });
    }

    assertThat(together(calls)).containsOnly(true);
    assertThat(cache.get(List.of("shared"))).isEqualTo(Map.of("shared", "same"));
  }

  @Test
  void putsAndGivesNothing() {
    cache.put(Map.of());

    assertThat(cache.get(List.of("a"))).isEmpty();
  }

  @Test
  void takesAKeyTwice() {
    cache.put(Map.of("a", "1"));

    assertThat(cache.get(List.of("a", "a"))).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void anEntryWithASecretIsNotKept() {
    cache.put(
        Map.of(
            "open", "{\"message\":\"a password\"}",
            "secret", "{\"message\":\"password=correct-horse1\"}",
            "token=correct-horse1", "1"));

    assertThat(other.get(List.of("open", "secret", "token=correct-horse1")))
        .isEqualTo(Map.of("open", "{\"message\":\"a password\"}"));
  }

  @Test
  void entriesInUseStayOverTheDays() {
    cache.put(Map.of("used", "1", "unused", "1"));

    for (int day = 0; day < 60; day++) {
      clock.advance(Duration.ofDays(1));
      assertThat(other.get(List.of("used"))).isEqualTo(Map.of("used", "1"));
      other.put(Map.of("day-" + day, "1"));
    }
  }
}
