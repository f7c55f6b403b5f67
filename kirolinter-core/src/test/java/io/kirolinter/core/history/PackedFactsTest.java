package io.kirolinter.core.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kirolinter.core.testkit.RandomRuns;
import io.kirolinter.core.testkit.SampleRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedFactsTest {

  private static final Instant THEN = Instant.parse("2026-11-22T18:15:30.123456789Z");

  private static final long FARTHEST = FactsReader.micros(Instant.MAX);
  private static final long EARLIEST = FactsReader.micros(Instant.MIN);

  private final List<RunFacts> runs =
      RandomRuns.over(THEN, Duration.ofDays(1), 200).facts(FactsQuery.all());

  @Test
  void nothingIsLost() {
    for (int count = 0; count <= runs.size(); count += 20) {
      List<RunFacts> some = runs.subList(0, count);

      assertThat(read(PackedFacts.of(some))).contains(some);
      assertThat(PackedFacts.readAhead(SampleRuns.REPOSITORY, () -> PackedFacts.of(some)).join())
          .contains(some);
    }
  }

  @Test
  void timesOutsideOfAllReasonAreKept() {
    for (long micros : new long[] {0, -1, 1, 1L << 53, FARTHEST, EARLIEST}) {
      RunFacts odd = withStepOf(micros);

      assertThat(read(PackedFacts.of(List.of(odd, odd)))).contains(List.of(odd, odd));
    }
  }

  @Test
  void aTextThatIsCutOffOrGoesOnIsNoneAtAll() {
    byte[] whole = PackedFacts.of(runs.subList(0, 5));
    for (int length = 0; length < whole.length; length++) {
      assertThat(read(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(read(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
  }

  @Test
  void aTextOfAnotherVersionIsNoneAtAll() {
    byte[] other = PackedFacts.of(runs);
    other[0] = '2';

    assertThat(read(other)).isEmpty();
    assertThat(read("by 12-7".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void damageDoesNotEndInAnError() {
    byte[] whole = PackedFacts.of(runs.subList(0, 20));
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x15;

      assertThatCode(() -> read(damaged)).as("byte %d", at).doesNotThrowAnyException();
    }
  }

  private static Optional<List<RunFacts>> read(byte[] text) {
    return PackedFacts.read(SampleRuns.REPOSITORY, text);
  }

  private static RunFacts withStepOf(long micros) {
    String plan = "1|20261122-181530-000001|t|1|READS|BACKGROUND|NONE|" + micros + "|1|s";
    String step = "a,SUCCEEDED,1," + micros + "," + micros + ",";
    return FactsText.read(
        SampleRuns.REPOSITORY,
        plan + "|SUCCEEDED|" + micros + "|" + micros + "|0|" + step + "|R,0,0,LOW,7");
  }
}
