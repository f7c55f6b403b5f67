package io.kirolinter.analytics.evolution.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kirolinter.analytics.evolution.mining.StratifiedFisherTest.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The exact stratified test")
class StratifiedFisherTestTest {

  @Test
  void isFishersTestOnOneTable() {
    StratifiedFisherTest tea = test(new Table(3, 1, 1, 3));
    assertThat(tea.greater()).isEqualTo(.2428571429, within(1e-10));
    assertThat(tea.twoSided()).isEqualTo(.4857142857, within(1e-10));
    StratifiedFisherTest other = test(new Table(2, 15, 10, 3));
    assertThat(other.twoSided()).isEqualTo(.0005367241191, within(1e-12));
    assertThat(other.isFavourable()).isFalse();
  }

  @Test
  void agreesWithTheLibraryOnRandomTables() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1_000; i++) {
      int[][] cells = new int[2][2];
      for (int cell = 0; cell < 4; cell++) {
        cells[cell / 2][cell % 2] = 1 + random.nextInt(12);
      }
      Table table = new Table(cells[0][0], cells[0][1], cells[1][0], cells[1][1]);
      FisherExactTest library = FisherExactTest.withDefaults();
      // The library's own two-sided value loses ties to rounding.
      assertThat(test(table).twoSided()).isEqualTo(enumerated(table), within(1e-9));
      assertThat(test(table).greater())
          .isEqualTo(
              library.with(AlternativeHypothesis.GREATER_THAN).test(cells).getPValue(),
              within(1e-9));
    }
  }

  /** In whole numbers: outcomes that are no likelier than the one seen, over all. */
  private static double enumerated(Table table) {
    int with = table.usefulWith() + table.otherWith();
    int without = table.usefulWithout() + table.otherWithout();
    int useful = table.usefulWith() + table.usefulWithout();
    BigInteger seen = ways(with, table.usefulWith(), without, useful);
    BigInteger all = BigInteger.ZERO;
    BigInteger rare = BigInteger.ZERO;
    for (int k = Math.max(0, useful - without); k <= Math.min(with, useful); k++) {
      BigInteger ways = ways(with, k, without, useful);
      all = all.add(ways);
      rare = ways.compareTo(seen) <= 0 ? rare.add(ways) : rare;
    }
    return rare.doubleValue() / all.doubleValue();
  }

  private static BigInteger ways(int with, int k, int without, int useful) {
    return choose(with, k).multiply(choose(without, useful - k));
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  @Test
  void addsUpStrataThatPointTheSameWay() {
    Table weak = new Table(4, 1, 2, 3);
    assertThat(test(weak, weak, weak).greater()).isLessThan(test(weak).greater());
    assertThat(test(weak, new Table(0, 0, 0, 0)).greater()).isEqualTo(test(weak).greater());
  }

  @Test
  void isNotFooledByEasyAndHardRepositories() {
    // In each of the two the pattern makes no difference; in the sum it seems to.
    Table easy = new Table(36, 4, 9, 1);
    Table hard = new Table(1, 9, 4, 36);
    assertThat(test(new Table(37, 13, 13, 37)).twoSided()).isLessThan(0.001);
    assertThat(test(easy, hard).twoSided()).isGreaterThan(0.9);
  }

  @Test
  void knowsHowFarItCouldGo() {
    assertThat(test(new Table(2, 0, 0, 2)).smallestPValue()).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(test().twoSided()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Table(-1, 0, 0, 0));
  }

  private static StratifiedFisherTest test(Table... strata) {
    return StratifiedFisherTest.of(List.of(strata));
  }
}
