package io.kirolinter.analytics.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GuaranteeTest {

  private final Guarantee guarantee = new Guarantee(0.05);

  @Test
  void asksForAsMuchAsTheFormulaSays() {
    assertThat(guarantee.threshold(0, 1)).isEqualTo(32.89868133696453, within(1e-12));
    assertThat(guarantee.threshold(0, 5)).isEqualTo(164.49340668482265, within(1e-12));
    assertThat(guarantee.threshold(3, 2)).isEqualTo(2 * 16 * 32.89868133696453, within(1e-9));
  }

  @Test
  void spendsNoMoreThanAlphaOverAllErasAndChallengers() {
    double spent = 0;
    for (int era = 0; era < 100_000; era++) {
      int challengers = 1 + era % 8;
      spent += challengers / guarantee.threshold(era, challengers);
    }
    assertThat(spent).isLessThan(0.05).isGreaterThan(0.0499);
  }

  @Test
  void saysWhatItPromisesAndWhatNot() {
    assertThat(guarantee.inWords())
        .contains(
            "at most 5 %", "without being better", "Not promised: that the best version is found");
    assertThat(new Guarantee(0.001).inWords()).contains("at most 0.1 %");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Guarantee(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Guarantee(1));
    assertThatIllegalArgumentException().isThrownBy(() -> guarantee.threshold(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> guarantee.threshold(0, 0));
  }
}
