package io.kirolinter.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatCannotBeSummedUp(double weight) {
    assertThatIllegalArgumentException().isThrownBy(() -> observation("finding", weight));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Finding", "fix_applied", "a b"})
  void refusesAKindThatIsNotKebabCase(String kind) {
    assertThatIllegalArgumentException().isThrownBy(() -> observation(kind, 1));
  }

  @Test
  void takesAWeightOfZero() {
    assertThat(observation("fix-applied", 0).weight()).isZero();
  }

  private static Observation observation(String kind, double weight) {
    return new Observation(kind, "subject", weight, "", Instant.EPOCH);
  }
}
