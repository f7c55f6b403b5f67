package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.statistics.SignEProcess.Mixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The e-process of signs")
class SignEProcessTest {

  @ParameterizedTest
  @CsvSource({
    "5, 0, 7.875, 10.5",
    "6, 0, 14.4375, 18.14285714",
    "7, 0, 26.8125, 31.875",
    "9, 1, 9.49609375, 18.50909091",
    "13, 2, 18.13720703, 38.92797619",
    "15, 5, 2.404460907, 6.355521156"
  })
  void hasTheWorkedValues(int wins, int losses, double either, double better) {
    assertThat(process(Mixture.EITHER, wins, losses).value()).isCloseTo(either, within(1e-8));
    assertThat(process(Mixture.A_BETTER, wins, losses).value()).isCloseTo(better, within(1e-8));
  }

  @Test
  void isAFairBetUnderTheNull() {
    for (int wins = 0; wins <= 40; wins++) {
      for (int losses = 0; losses <= 40; losses++) {
        for (Mixture mixture : Mixture.values()) {
          SignEProcess now = process(mixture, wins, losses);
          double next = now.after(PairOutcome.WIN).value() + now.after(PairOutcome.LOSS).value();
          assertThat(next / 2).isCloseTo(now.value(), within(1e-9 * now.value()));
        }
      }
    }
  }

  @Test
  void losesOnAverageWhereALosesMoreOften() {
    for (int wins = 0; wins <= 20; wins++) {
      for (int losses = 0; losses <= 20; losses++) {
        SignEProcess now = process(Mixture.A_BETTER, wins, losses);
        double next =
            0.3 * now.after(PairOutcome.WIN).value() + 0.7 * now.after(PairOutcome.LOSS).value();
        assertThat(next).isLessThan(now.value());
      }
    }
  }

  @Test
  void keepsWhatItHasShownInItsPValue() {
    List<PairOutcome> pairs = new ArrayList<>(Collections.nCopies(7, PairOutcome.WIN));
    pairs.addAll(Collections.nCopies(3, PairOutcome.LOSS));
    SignEProcess process = SignEProcess.of(Mixture.A_BETTER, pairs);
    assertThat(process.highest()).isCloseTo(31.875, within(1e-9));
    assertThat(process.pValue()).isCloseTo(1 / 31.875, within(1e-12));
    assertThat(process.value()).isLessThan(process.highest());
    assertThat(process.wins()).isEqualTo(7);
    assertThat(process.losses()).isEqualTo(3);
  }

  @Test
  void isWorthOneBeforeTheFirstDecidedPair() {
    for (Mixture mixture : Mixture.values()) {
      SignEProcess process = SignEProcess.start(mixture).after(PairOutcome.TIE);
      assertThat(process.value()).isCloseTo(1, within(1e-12));
      assertThat(process.pValue()).isEqualTo(1);
    }
  }

  @Test
  void doesNotOverflowInLogarithms() {
    SignEProcess process = process(Mixture.A_BETTER, 3_000, 0);
    assertThat(process.value()).isInfinite();
    assertThat(process.logValue()).isBetween(2_000.0, 2_080.0);
    assertThat(process.pValue()).isZero();
  }

  private static SignEProcess process(Mixture mixture, int wins, int losses) {
    List<PairOutcome> pairs = new ArrayList<>(Collections.nCopies(wins, PairOutcome.WIN));
    pairs.addAll(Collections.nCopies(losses, PairOutcome.LOSS));
    return SignEProcess.of(mixture, pairs);
  }
}
