package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The sign test")
class SignTestTest {

  @ParameterizedTest
  @CsvSource({
    "150, 86, 3.71593614e-5",
    "10, 2, .03857421875",
    "6, 0, .03125",
    "5, 0, .0625",
    "8, 1, .0390625",
    "9, 2, .0654296875",
    "0, 0, 1",
    "3, 3, 1"
  })
  void hasTheWorkedValues(int wins, int losses, double expected) {
    assertThat(new SignTest(wins, losses).pValue()).isCloseTo(expected, within(1e-8));
    assertThat(new SignTest(losses, wins).pValue()).isCloseTo(expected, within(1e-8));
  }

  @Test
  void agreesWithPlainEnumeration() {
    SplittableRandom random = new SplittableRandom(1);
    for (int table = 0; table < 300; table++) {
      int wins = random.nextInt(8);
      int losses = random.nextInt(8);
      assertThat(new SignTest(wins, losses).pValue())
          .isCloseTo(enumerated(wins, losses), within(1e-12));
    }
  }

  /** The share of all sign patterns that are at least as far from even. */
  private static double enumerated(int wins, int losses) {
    int decided = wins + losses;
    int extreme = 0;
    for (int signs = 0; signs < 1 << decided; signs++) {
      int plus = Integer.bitCount(signs);
      extreme += Math.abs(2 * plus - decided) >= Math.abs(wins - losses) ? 1 : 0;
    }
    return (double) extreme / (1 << decided);
  }

  @Test
  void needsSixPairsAtFivePercent() {
    assertThat(SignTest.fewestPairs(0.05)).isEqualTo(6);
    assertThat(SignTest.fewestPairs(0.01)).isEqualTo(8);
    assertThat(SignTest.smallestPValue(5)).isEqualTo(0.0625);
    assertThat(SignTest.smallestPValue(6)).isEqualTo(0.03125);
    assertThat(SignTest.smallestPValue(0)).isEqualTo(1);
  }

  @Test
  void hasThePowerThatEnumerationGives() {
    for (int decided = 1; decided <= 12; decided++) {
      assertThat(SignTest.power(decided, 0.8, 0.05))
          .isCloseTo(enumeratedPower(decided, 0.8), within(1e-12));
    }
  }

  private static double enumeratedPower(int decided, double winShare) {
    double power = 0;
    for (int signs = 0; signs < 1 << decided; signs++) {
      int wins = Integer.bitCount(signs);
      if (2 * wins > decided && new SignTest(wins, decided - wins).pValue() <= 0.05) {
        power += Math.pow(winShare, wins) * Math.pow(1 - winShare, decided - wins);
      }
    }
    return power;
  }

  @Test
  void hasThePlannedPowerInSimulation() {
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    for (int repetition = 0; repetition < 4_000; repetition++) {
      found += finds(random, 30, 0.6, 0.8) ? 1 : 0;
    }
    assertThat(found / 4_000.0).isCloseTo(SignTest.power(30, 0.6, 0.8, 0.05), within(0.02));
  }

  private static boolean finds(SplittableRandom random, int pairs, double decided, double wins) {
    int plus = 0;
    int minus = 0;
    for (int pair = 0; pair < pairs; pair++) {
      if (random.nextDouble() < decided) {
        boolean won = random.nextDouble() < wins;
        plus += won ? 1 : 0;
        minus += won ? 0 : 1;
      }
    }
    return plus > minus && new SignTest(plus, minus).pValue() <= 0.05;
  }

  @Test
  void tellsTheFewestPairsForAPower() {
    OptionalInt pairs = SignTest.pairsForPower(0.8, 1, 0.8, 0.05, 1_000);
    assertThat(pairs).isPresent();
    assertThat(SignTest.power(pairs.getAsInt(), 1, 0.8, 0.05)).isGreaterThanOrEqualTo(0.8);
    assertThat(SignTest.power(pairs.getAsInt() - 1, 1, 0.8, 0.05)).isLessThan(0.8);
    assertThat(SignTest.pairsForPower(0.8, 1, 0.5, 0.05, 1_000)).isEmpty();
    assertThat(SignTest.pairsForPower(0.8, 1, 1, 0.05, 1_000)).hasValue(6);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SignTest(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> SignTest.fewestPairs(0));
    assertThatIllegalArgumentException().isThrownBy(() -> SignTest.power(5, 0.5, 1));
  }
}
