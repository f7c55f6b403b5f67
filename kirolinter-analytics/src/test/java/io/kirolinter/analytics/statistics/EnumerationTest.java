package io.kirolinter.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 10,000 random small tables, each computed a second time by going through all that could be. */
@DisplayName("Plain enumeration agrees with")
class EnumerationTest {

  private static final int TABLES = 2_000;
  private static final double ROUNDING = 1e-9;

  private final SplittableRandom random = new SplittableRandom(20261129);

  @Test
  void theSignTest() {
    for (int table = 0; table < TABLES; table++) {
      int wins = random.nextInt(9);
      int losses = random.nextInt(9);
      int decided = wins + losses;
      double extreme = 0;
      double same = 0;
      double upper = 0;
      for (int signs = 0; signs < 1 << decided; signs++) {
        int plus = Integer.bitCount(signs);
        extreme += Math.abs(2 * plus - decided) >= Math.abs(wins - losses) ? 1 : 0;
        same += Math.abs(2 * plus - decided) == Math.abs(wins - losses) ? 1 : 0;
        upper += plus >= wins ? 1 : 0;
      }
      SignTest test = new SignTest(wins, losses);
      double all = 1 << decided;
      assertThat(test.pValue()).isCloseTo(extreme / all, within(ROUNDING));
      assertThat(test.midPValue()).isCloseTo((extreme - same / 2) / all, within(ROUNDING));
      assertThat(test.pValueForA()).isCloseTo(upper / all, within(ROUNDING));
    }
  }

  @Test
  void theSignedRankAndTheSignFlipTestWithTiesAndZeros() {
    for (int table = 0; table < TABLES; table++) {
      List<Double> differences = values(random.nextInt(9), -4, 5);
      assertThat(SignedRankTest.of(differences).pValue())
          .isCloseTo(overSigns(differences, EnumerationTest::rankSum), within(ROUNDING));
      assertThat(SignFlipTest.of(differences).pValue())
          .isCloseTo(overSigns(differences, EnumerationTest::sum), within(ROUNDING));
    }
  }

  /** The share of all choices of signs whose statistic is as far from its centre, zero. */
  private static double overSigns(List<Double> differences, ToDoubleFunction<double[]> statistic) {
    double[] seen = differences.stream().filter(d -> d != 0).mapToDouble(d -> d).toArray();
    double far = Math.abs(statistic.applyAsDouble(seen));
    double extreme = 0;
    for (int signs = 0; signs < 1 << seen.length; signs++) {
      double[] flipped = seen.clone();
      for (int i = 0; i < seen.length; i++) {
        flipped[i] = (signs >> i & 1) == 1 ? -flipped[i] : flipped[i];
      }
      extreme += Math.abs(statistic.applyAsDouble(flipped)) >= far - ROUNDING ? 1 : 0;
    }
    return extreme / (1 << seen.length);
  }

  /** The signed ranks added up: 2V minus the sum of all ranks. */
  private static double rankSum(double[] differences) {
    double sum = 0;
    for (double d : differences) {
      double rank = 0.5;
      for (double other : differences) {
        rank += Math.abs(other) < Math.abs(d) ? 1 : Math.abs(other) == Math.abs(d) ? 0.5 : 0;
      }
      sum += Math.signum(d) * rank;
    }
    return sum;
  }

  private static double sum(double[] differences) {
    double sum = 0;
    for (double d : differences) {
      sum += d;
    }
    return sum;
  }

  @Test
  void theRankSumTestWithTies() {
    for (int table = 0; table < TABLES; table++) {
      List<Double> a = values(1 + random.nextInt(4), 0, 6);
      List<Double> b = values(1 + random.nextInt(4), 0, 6);
      List<Double> all = new ArrayList<>(a);
      all.addAll(b);
      double seen = u(a, b);
      double extreme = 0;
      double splits = 0;
      for (int split = 0; split < 1 << all.size(); split++) {
        if (Integer.bitCount(split) == a.size()) {
          splits++;
          extreme += u(side(all, split, 1), side(all, split, 0)) >= seen ? 1 : 0;
        }
      }
      assertThat(RankSumTest.of(a, b).pValue(Alternative.A_HIGHER))
          .as("%s %s", a, b)
          .isCloseTo(extreme / splits, within(ROUNDING));
    }
  }

  private static double u(List<Double> a, List<Double> b) {
    double u = 0;
    for (double x : a) {
      for (double y : b) {
        u += x > y ? 1 : x == y ? 0.5 : 0;
      }
    }
    return u;
  }

  private static List<Double> side(List<Double> all, int split, int wanted) {
    List<Double> side = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((split >> i & 1) == wanted) {
        side.add(all.get(i));
      }
    }
    return side;
  }

  @Test
  void fishersTest() {
    for (int table = 0; table < TABLES; table++) {
      TwoByTwo seen = nonEmptyTable();
      int a = seen.successesA() + seen.failuresA();
      int b = seen.successesB() + seen.failuresB();
      int successes = seen.successesA() + seen.successesB();
      double upper = 0;
      double asUnlikely = 0;
      double splits = 0;
      double same = ways(a, seen.successesA()) * ways(b, seen.successesB());
      for (int x = Math.max(0, successes - b); x <= Math.min(a, successes); x++) {
        double ways = ways(a, x) * ways(b, successes - x);
        splits += ways;
        upper += x >= seen.successesA() ? ways : 0;
        asUnlikely += ways <= same ? ways : 0;
      }
      assertThat(seen.fisher(Alternative.A_HIGHER)).isCloseTo(upper / splits, within(ROUNDING));
      assertThat(seen.fisher(Alternative.TWO_SIDED))
          .isCloseTo(asUnlikely / splits, within(ROUNDING));
    }
  }

  private TwoByTwo nonEmptyTable() {
    return new TwoByTwo(
        random.nextInt(8), 1 + random.nextInt(8), random.nextInt(8), 1 + random.nextInt(8));
  }

  /** By counting subsets. */
  private static double ways(int of, int chosen) {
    double ways = 0;
    for (int subset = 0; subset < 1 << of; subset++) {
      ways += Integer.bitCount(subset) == chosen ? 1 : 0;
    }
    return ways;
  }

  @Test
  void theUnconditionalTest() {
    for (int table = 0; table < TABLES; table++) {
      int pairs = 1 + random.nextInt(6);
      int wins = random.nextInt(pairs + 1);
      int losses = random.nextInt(pairs - wins + 1);
      double share = random.nextDouble();
      double tail = 0;
      for (int row = 0; row < Math.pow(3, pairs); row++) {
        int[] counts = new int[3];
        for (int rest = row, n = 0; n < pairs; n++, rest /= 3) {
          counts[rest % 3]++;
        }
        double chance = Math.pow(share / 2, counts[0] + counts[1]) * Math.pow(1 - share, counts[2]);
        tail += z(counts[0], counts[1]) >= z(wins, losses) - ROUNDING ? chance : 0;
      }
      double expected = wins == losses ? 1 : tail;
      double found = wins == losses ? 1 : UnconditionalSignTest.tailAt(wins, losses, pairs, share);
      assertThat(found).isCloseTo(expected, within(ROUNDING));
      assertThat(UnconditionalSignTest.pValue(wins, losses, pairs))
          .isGreaterThanOrEqualTo(expected - 1e-4);
    }
  }

  private static double z(int wins, int losses) {
    return wins == losses ? 0 : Math.abs(wins - losses) / Math.sqrt(wins + losses);
  }

  private List<Double> values(int count, int from, int to) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add((double) random.nextInt(from, to));
    }
    return values;
  }
}
