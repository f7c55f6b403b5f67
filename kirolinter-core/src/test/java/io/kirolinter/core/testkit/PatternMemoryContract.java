package io.kirolinter.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.memory.Pattern;
import io.kirolinter.core.memory.PatternMemory;
import io.kirolinter.core.repository.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PatternMemory} promises. */
public abstract class PatternMemoryContract extends StoreContract {

  private static final RepositoryId SHOP = new RepositoryId("github.com/acme/shop");
  private static final RepositoryId BANK = new RepositoryId("path:/home/ann/bank %_'\"");
  private static final Duration WEEK = Duration.ofDays(7);

  private PatternMemory memory;
  private PatternMemory other;

  @BeforeEach
  final void openTwice() {
    memory = opening().memory();
    other = opening().memory();
  }

  @Test
  void anotherOpeningSeesObservationsAsTheyWereMade() {
    Observation made =
        new Observation(
            "fix-applied", "unused-import", 2.5, "in Ä.java; ok", clock.instant().plusNanos(1));

    memory.observe(SHOP, "run-1", List.of(made));

    assertThat(other.observations(SHOP, "fix-applied", 10)).containsExactly(made);
    assertThat(other.observations(SHOP, "finding", 10)).isEmpty();
    assertThat(other.observations(BANK, "fix-applied", 10)).isEmpty();
  }

  @Test
  void observationsComeNewestFirst() {
    memory.observe(SHOP, "a", List.of(seen("b", 1, 2), seen("a", 1, 0), seen("c", 1, 1)));
    memory.observe(SHOP, "b", List.of(seen("d", 1, 1)));

    assertThat(other.observations(SHOP, "finding", 9))
        .extracting(Observation::subject)
        .containsExactly("a", "d", "c", "b");
    assertThat(other.observations(SHOP, "finding", 1))
        .extracting(Observation::subject)
        .containsExactly("a");
    assertThatIllegalArgumentException().isThrownBy(() -> memory.observations(SHOP, "finding", 0));
  }

  @Test
  void theSameKeyIsTakenOncePerRepository() {
    memory.observe(SHOP, "run-1", List.of(seen("a", 1, 0)));

    other.observe(SHOP, "run-1", List.of(seen("a", 1, 0), seen("b", 1, 0)));
    memory.observe(BANK, "run-1", List.of(seen("c", 1, 0)));

    assertThat(memory.observations(SHOP, "finding", 9)).hasSize(1);
    assertThat(memory.observations(BANK, "finding", 9)).hasSize(1);
  }

  @Test
  void theSameKeyFromManyAtOnceIsTakenOnce() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PatternMemory asked = i % 2 == 0 ? memory : other;
      calls.add(
          () -> {
            asked.observe(SHOP, "run-1", List.of(seen("a", 1, 0), seen("b", 1, 0)));
            return asked.observations(SHOP, "finding", 99).size();
          });
    }

    assertThat(together(calls)).containsOnly(2);
  }

  @Test
  void aKeyWithoutObservationsCountsToo() {
    memory.observe(SHOP, "run-1", List.of());

    other.observe(SHOP, "run-1", List.of(seen("a", 1, 0)));

    assertThat(memory.observations(SHOP, "finding", 9)).isEmpty();
  }

  @Test
  void patternsHalveWithEveryHalfLifeAndComeHeaviestFirst() {
    memory.observe(SHOP, "1", List.of(seen("old", 8, 14), seen("new", 3, 0), seen("new", 2, 7)));
    memory.observe(SHOP, "2", List.of(seen("light", 0.5, 0), seen("zero", 0, 0)));
    memory.observe(BANK, "1", List.of(seen("new", 100, 0)));

    List<Pattern> patterns = other.patterns(SHOP, "finding", WEEK, clock.instant());

    assertThat(patterns)
        .extracting(Pattern::subject)
        .containsExactly("new", "old", "light", "zero");
    assertThat(patterns).extracting(Pattern::count).containsExactly(2, 1, 1, 1);
    double[] weights = patterns.stream().mapToDouble(Pattern::weight).toArray();
    assertThat(weights).containsExactly(new double[] {4, 2, 0.5, 0}, within(1e-9));
    assertThat(patterns)
        .extracting(Pattern::lastSeen)
        .containsExactly(
            clock.instant(),
            clock.instant().minus(Duration.ofDays(14)),
            clock.instant(),
            clock.instant());
    assertThat(patterns).extracting(Pattern::kind).containsOnly("finding");
  }

  @Test
  void patternsOfEqualWeightAreInTheOrderOfTheirSubjects() {
    memory.observe(SHOP, "1", List.of(seen("b", 1, 0), seen("c", 1, 0), seen("a", 1, 0)));

    assertThat(other.patterns(SHOP, "finding", WEEK, clock.instant()))
        .extracting(Pattern::subject)
        .containsExactly("a", "b", "c");
  }

  @Test
  void whatWasSeenAfterNowCountsOnce() {
    memory.observe(SHOP, "1", List.of(seen("a", 1, -70)));

    assertThat(other.patterns(SHOP, "finding", WEEK, clock.instant()).get(0).weight()).isEqualTo(1);
  }

  @Test
  void aHalfLifeMustBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> memory.patterns(SHOP, "finding", Duration.ZERO, clock.instant()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> memory.patterns(SHOP, "finding", WEEK.negated(), clock.instant()));
  }

  @Test
  void countersAreSeenByAllAndKeptApart() {
    assertThat(memory.counter(SHOP, "runs")).isZero();

    assertThat(memory.increment(SHOP, "runs", 2)).isEqualTo(2);
    assertThat(other.increment(SHOP, "runs", -5)).isEqualTo(-3);
    other.increment(SHOP, "fixes", 1);
    other.increment(BANK, "runs", 7);

    assertThat(memory.counter(SHOP, "runs")).isEqualTo(-3);
    assertThat(memory.counter(SHOP, "fixes")).isEqualTo(1);
    assertThat(memory.counter(BANK, "runs")).isEqualTo(7);
  }

  @Test
  void noIncrementIsLost() throws Exception {
    List<Callable<List<Long>>> calls = new ArrayList<>();
    for (PatternMemory asked : List.of(memory, other)) {
      for (int thread = 0; thread < 4; thread++) {
        calls.add(
            () -> IntStream.range(0, 200).mapToObj(i -> asked.increment(SHOP, "runs", 1)).toList());
      }
    }

    List<Long> values = together(calls).stream().flatMap(List::stream).toList();

    assertThat(memory.counter(SHOP, "runs")).isEqualTo(1600);
    assertThat(values).doesNotHaveDuplicates().hasSize(1600);
  }

  @Test
  void forgetBeforeDeletesTheOldOnly() {
    memory.observe(SHOP, "1", List.of(seen("old", 1, 10), seen("edge", 1, 7), seen("new", 1, 0)));
    memory.observe(BANK, "1", List.of(seen("old", 1, 10)));

    assertThat(other.forgetBefore(SHOP, clock.instant().minus(WEEK))).isEqualTo(1);

    assertThat(memory.observations(SHOP, "finding", 9))
        .extracting(Observation::subject)
        .containsExactly("new", "edge");
    assertThat(memory.observations(BANK, "finding", 9)).hasSize(1);
    assertThat(other.forgetBefore(SHOP, Instant.MIN)).isZero();
    assertThat(other.forgetBefore(SHOP, Instant.MAX)).isEqualTo(2);
  }

  @Test
  void aKeyIsRememberedUntilItsTimeIsForgotten() {
    memory.observe(SHOP, "run-1", List.of(seen("a", 1, 10)));
    memory.forgetBefore(SHOP, clock.instant());
    other.observe(SHOP, "run-1", List.of(seen("a", 1, 10)));
    assertThat(memory.observations(SHOP, "finding", 9)).isEmpty();

    memory.forgetBefore(SHOP, clock.instant().plusSeconds(1));
    other.observe(SHOP, "run-1", List.of(seen("a", 1, 10)));

    assertThat(memory.observations(SHOP, "finding", 9)).hasSize(1);
  }

  @Test
  void forgetBeyondKeepsTheNewestOfEachKind() {
    memory.observe(SHOP, "1", List.of(seen("b", 1, 2), seen("a", 1, 3), seen("d", 1, 0)));
    memory.observe(SHOP, "2", List.of(seen("c", 1, 2), rare("x", 90), rare("y", 80)));
    memory.observe(BANK, "1", List.of(seen("a", 1, 3), seen("b", 1, 2), seen("c", 1, 1)));

    assertThat(other.forgetBeyond(SHOP, 2)).isEqualTo(2);

    assertThat(memory.observations(SHOP, "finding", 9))
        .extracting(Observation::subject)
        .containsExactly("d", "c");
    assertThat(memory.observations(SHOP, "rule-refused", 9)).hasSize(2);
    assertThat(memory.observations(BANK, "finding", 9)).hasSize(3);
    assertThat(other.forgetBeyond(SHOP, 2)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> other.forgetBeyond(SHOP, 0));
  }

  @Test
  void whatIsLastingHasNoAgeAndIsForgottenOnlyByCountOrOnRequest() {
    memory.observe(SHOP, "1", List.of(lasting("a", 900), lasting("b", 800), seen("c", 1, 900)));

    assertThat(other.forgetBefore(SHOP, clock.instant())).isEqualTo(1);
    assertThat(memory.observations(SHOP, "lasting-refusal", 9)).hasSize(2);

    assertThat(other.forgetBeyond(SHOP, 1)).isEqualTo(1);
    assertThat(memory.observations(SHOP, "lasting-refusal", 9))
        .extracting(Observation::subject)
        .containsExactly("b");
  }

  @Test
  void forgetIfDeletesWhatIsUnwantedOfOneKind() {
    memory.observe(SHOP, "1", List.of(seen("a", 1, 0), seen("a", 1, 1), seen("b", 1, 0)));
    memory.observe(SHOP, "2", List.of(rare("a", 0), lasting("a", 400)));
    memory.observe(BANK, "1", List.of(seen("a", 1, 0)));

    assertThat(other.forgetIf(SHOP, "finding", one -> one.subject().equals("a"))).isEqualTo(2);
    assertThat(other.forgetIf(SHOP, "lasting-refusal", one -> true)).isEqualTo(1);
    assertThat(other.forgetIf(SHOP, "unknown", one -> true)).isZero();

    assertThat(memory.observations(SHOP, "finding", 9))
        .extracting(Observation::subject)
        .containsExactly("b");
    assertThat(memory.observations(SHOP, "lasting-refusal", 9)).isEmpty();
    assertThat(memory.observations(SHOP, "rule-refused", 9)).hasSize(1);
    assertThat(memory.observations(BANK, "finding", 9)).hasSize(1);
  }

  @Test
  void repositoriesAreThoseOfWhichAnythingIsKnown() {
    RepositoryId counted = new RepositoryId("github.com/acme/counted");
    assertThat(other.repositories()).isEmpty();
    memory.observe(SHOP, "1", List.of(seen("a", 1, 0)));
    memory.observe(BANK, "1", List.of(seen("a", 1, 0)));
    memory.increment(counted, "runs", 1);

    assertThat(other.repositories()).containsExactlyInAnyOrder(SHOP, BANK, counted);

    memory.forget(BANK);
    assertThat(other.repositories()).containsExactlyInAnyOrder(SHOP, counted);
  }

  @Test
  void forgetDeletesAllOfOneRepository() {
    for (RepositoryId repository : List.of(SHOP, BANK)) {
      memory.observe(repository, "run-1", List.of(seen("a", 1, 0)));
      memory.increment(repository, "runs", 1);
    }

    other.forget(SHOP);

    assertThat(memory.observations(SHOP, "finding", 9)).isEmpty();
    assertThat(memory.patterns(SHOP, "finding", WEEK, clock.instant())).isEmpty();
    assertThat(memory.counter(SHOP, "runs")).isZero();
    assertThat(memory.observations(BANK, "finding", 9)).hasSize(1);
    assertThat(memory.counter(BANK, "runs")).isEqualTo(1);
    memory.observe(SHOP, "run-1", List.of(seen("a", 1, 0)));
    assertThat(memory.observations(SHOP, "finding", 9)).hasSize(1);
  }

  @Test
  void secretsAreMaskedWhereverTheyStand() {
    String nested =
        "{\"headers\":{\"auth\":[\"Bearer ghp_0123456789abcdefghijABCDEFGHIJ012345\"]},"
            + "\"url\":\"https://ann:hunter2@example.org/x\",\"rule\":\"unused-import\"}";
    memory.observe(
        SHOP,
        "1",
        List.of(
            new Observation("finding", "db password=correct-horse1", 1, nested, clock.instant())));

    Observation kept = other.observations(SHOP, "finding", 1).get(0);

    assertThat(kept.detail())
        .doesNotContain("ghp_")
        .doesNotContain("hunter2")
        .contains("example.org/x", "\"rule\":\"unused-import\"");
    assertThat(kept.subject()).startsWith("db password=").doesNotContain("correct-horse1");
    assertThat(other.patterns(SHOP, "finding", WEEK, clock.instant()).get(0).subject())
        .isEqualTo(kept.subject());
  }

  @Test
  void namesOfCountersAndKeysAreMaskedAndStillFound() {
    String secret = "of password=" + "correct-horse1";
    memory.increment(SHOP, secret, 2);
    memory.observe(SHOP, secret, List.of(seen("a", 1, 0)));

    assertThat(other.counter(SHOP, secret)).isEqualTo(2);
    assertThat(other.counter(SHOP, "of password=[redacted]")).isEqualTo(2);
    other.observe(SHOP, "of password=[redacted]", List.of(seen("b", 1, 0)));
    assertThat(other.observations(SHOP, "finding", 9)).hasSize(1);
  }

  private Observation seen(String subject, double weight, long daysAgo) {
    return new Observation(
        "finding", subject, weight, "in A.java", clock.instant().minus(Duration.ofDays(daysAgo)));
  }

  private Observation lasting(String subject, long daysAgo) {
    return new Observation(
        "lasting-refusal", subject, 1, "", clock.instant().minus(Duration.ofDays(daysAgo)));
  }

  private Observation rare(String subject, long daysAgo) {
    return new Observation(
        "rule-refused", subject, 1, "", clock.instant().minus(Duration.ofDays(daysAgo)));
  }
}
