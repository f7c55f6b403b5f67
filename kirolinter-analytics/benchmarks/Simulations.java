import io.kirolinter.analytics.statistics.Interval;
import io.kirolinter.analytics.statistics.OpenEndedSignTest;
import io.kirolinter.analytics.statistics.PairOutcome;
import io.kirolinter.analytics.statistics.PairTest;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.analytics.statistics.SequentialSignTest;
import io.kirolinter.analytics.statistics.SignTest;
import io.kirolinter.analytics.statistics.SignedRankTest;
import io.kirolinter.analytics.statistics.UnconditionalSignTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The simulations of docs/statistics.md. All from fixed seeds: who runs them gets the same tables.
 * Arguments: which of {@code aa power durations planning blocks}, all by default.
 */
final class Simulations {

  private static final int EXPERIMENTS = 10_000;
  /** So many that a cell's error is well below what is asked of it. */
  private static final int EQUAL_EXPERIMENTS = 100_000;

  /** How much the logarithm of a duration differs between runs on one block. */
  private static final double RUN_SPREAD = 0.35;

  private static final double ALPHA = 0.05;

  public static void main(String[] args) {
    List<String> wanted =
        args.length > 0
            ? List.of(args)
            : List.of("aa", "power", "durations", "planning", "blocks");
    for (String table : wanted) {
      switch (table) {
        case "aa" -> equalTemplates();
        case "power" -> power();
        case "durations" -> durations();
        case "planning" -> planning();
        case "blocks" -> givenBlocks();
        default -> throw new IllegalArgumentException("no table '" + table + "'");
      }
    }
  }

  /** Goal 1: false winners of equal templates, with a look after every pair. */
  private static void equalTemplates() {
    say("## False winners of equal templates: 100,000 experiments a cell, a look after every pair");
    say("");
    say("| N | success | block sd | watched | 99 %% upper bound | conditional | open-ended |");
    say("|---|---|---|---|---|---|---|");
    double worst = 0;
    for (int pairs : new int[] {6, 10, 20, 30, 50}) {
      PairTest watched = PairTest.watched(pairs, ALPHA);
      PairTest conditional = PairTest.watchedOnGivenBlocks(pairs, ALPHA);
      PairTest open = new OpenEndedSignTest(pairs, ALPHA);
      for (double success : new double[] {.5, .7, .9}) {
        for (double spread : new double[] {0, 1, 2}) {
          Templates equal = new Templates(success, success, spread);
          int[] winners = new int[3];
          SplittableRandom random = new SplittableRandom(20261129);
          for (int i = 0; i < EQUAL_EXPERIMENTS; i++) {
            List<PairOutcome> row = equal.draw(pairs, random);
            winners[0] += watched.winner(row) == PairOutcome.TIE ? 0 : 1;
            // The other two are slower, and known already.
            if (i < EXPERIMENTS / 10) {
              winners[1] += conditional.winner(row) == PairOutcome.TIE ? 0 : 1;
              winners[2] += open.winner(row) == PairOutcome.TIE ? 0 : 1;
            }
          }
          double bound =
              Proportion.clopperPearson(winners[0], EQUAL_EXPERIMENTS, 0.98).interval().high();
          worst = Math.max(worst, bound);
          say(
              "| %d | %.1f | %.0f | %.4f | %.4f | %.3f | %.3f |",
              pairs,
              success,
              spread,
              winners[0] / (double) EQUAL_EXPERIMENTS,
              bound,
              winners[1] / (EXPERIMENTS / 10.0),
              winners[2] / (EXPERIMENTS / 10.0));
        }
      }
    }
    say("");
    say("Highest upper bound of all 45 cells: %.4f.", worst);
    say("");
  }

  /** Goal 2: power and pairs used. Exact where there is a formula, else simulated. */
  private static void power() {
    say("## Power and mean pairs: success .85 against .60, blocks of 2 logits");
    say("");
    say("| method | N=10 | N=20 | N=30 | N=50 |");
    say("|---|---|---|---|---|");
    Templates unequal = new Templates(.85, .60, 2);
    say("| exact McNemar at N | %s |", row(n -> SignTest.power(n, unequal.decided, unequal.won, ALPHA), n -> (double) n));
    say("| unconditional exact McNemar at N | %s |", row(n -> UnconditionalSignTest.atPlannedEnd(n, ALPHA).power(unequal.decided, unequal.won), n -> (double) n));
    say("| **unconditional, alpha-spending, watched** | %s |", row(n -> UnconditionalSignTest.watched(n, ALPHA).power(unequal.decided, unequal.won), n -> UnconditionalSignTest.watched(n, ALPHA).expectedPairs(unequal.decided, unequal.won)));
    say("| e-process, open-ended | %s |", row(n -> new OpenEndedSignTest(n, ALPHA).power(unequal.decided, unequal.won), n -> Double.NaN));
    say("| simulated: unconditional, watched | %s |", simulated(unequal, n -> PairTest.watched(n, ALPHA), EXPERIMENTS));
    say("| simulated: conditional, alpha-spending, watched | %s |", simulated(unequal, n -> new SequentialSignTest(n, ALPHA), EXPERIMENTS / 10));
    say("");
    Templates far = new Templates(.90, .50, 2);
    say("Success .90 against .50: watched %s; conditional, simulated %s.", row(n -> UnconditionalSignTest.watched(n, ALPHA).power(far.decided, far.won), n -> UnconditionalSignTest.watched(n, ALPHA).expectedPairs(far.decided, far.won)), simulated(far, n -> new SequentialSignTest(n, ALPHA), EXPERIMENTS / 10));
    say("");
    say("Level of the watched test, at the worst of 10,001 shares of decided pairs:");
    StringBuilder levels = new StringBuilder();
    for (int n : new int[] {6, 8, 10, 15, 20, 30, 40, 50}) {
      UnconditionalSignTest test = UnconditionalSignTest.watched(n, ALPHA);
      double worst = 0;
      for (int i = 0; i <= 10_000; i++) {
        worst = Math.max(worst, test.size(i / 10_000.0));
      }
      levels.append(String.format(Locale.ROOT, "N=%d %.6f; ", n, worst));
    }
    say("%s", levels);
    say("");
  }

  private interface OfPairs {
    double at(int pairs);
  }

  private interface TestOfPairs {
    PairTest at(int pairs);
  }

  private static String row(OfPairs power, OfPairs pairs) {
    List<String> cells = new ArrayList<>();
    for (int n : new int[] {10, 20, 30, 50}) {
      double mean = pairs.at(n);
      cells.add(
          String.format(Locale.ROOT, "%.3f", power.at(n))
              + (Double.isNaN(mean) ? "" : String.format(Locale.ROOT, " / %.1f", mean)));
    }
    return String.join(" | ", cells);
  }

  private static String simulated(Templates templates, TestOfPairs tests, int experiments) {
    List<String> cells = new ArrayList<>();
    for (int n : new int[] {10, 20, 30, 50}) {
      PairTest test = tests.at(n);
      SplittableRandom random = new SplittableRandom(20261130);
      int found = 0;
      long used = 0;
      for (int i = 0; i < experiments; i++) {
        List<PairOutcome> row = templates.draw(n, random);
        int seen = 0;
        PairOutcome winner = PairOutcome.TIE;
        if (test instanceof UnconditionalSignTest quick) {
          int wins = 0;
          int losses = 0;
          while (seen < n && winner == PairOutcome.TIE) {
            wins += row.get(seen) == PairOutcome.WIN ? 1 : 0;
            losses += row.get(seen) == PairOutcome.LOSS ? 1 : 0;
            seen++;
            if (Math.abs(wins - losses) >= quick.boundary(seen, wins + losses)) {
              winner = PairOutcome.ofMore(wins, losses);
            }
          }
        } else {
          PairTest.Reading reading = test.read(row);
          winner = reading.winner();
          seen = reading.pairsUsed();
        }
        found += winner == PairOutcome.WIN ? 1 : 0;
        used += seen;
      }
      cells.add(
          String.format(
              Locale.ROOT, "%.3f / %.1f", found / (double) experiments, used / (double) experiments));
    }
    return String.join(" | ", cells);
  }

  /** Goal 3: durations with heavy tails. */
  private static void durations() {
    say("## Durations: lognormal pairs, block sd 1, run sd 0.35, 5 %% of runs 3 to 10 times as long");
    say("");
    say("| N | power at ratio 1.5 | false alarms at ratio 1 | coverage of Hodges-Lehmann at 1 | at 1.5 |");
    say("|---|---|---|---|---|");
    for (int n : new int[] {6, 10, 20, 50}) {
      int[] rejected = new int[2];
      int[] covered = new int[2];
      SplittableRandom random = new SplittableRandom(3 * n);
      for (int i = 0; i < EXPERIMENTS; i++) {
        for (int which = 0; which < 2; which++) {
          double truth = which == 0 ? Math.log(1.5) : 0;
          SignedRankTest test = SignedRankTest.of(logRatios(n, truth, random));
          Interval interval = test.interval(1 - ALPHA).orElseThrow();
          rejected[which] += test.pValue() <= ALPHA ? 1 : 0;
          covered[which] += interval.contains(truth) ? 1 : 0;
        }
      }
      double all = EXPERIMENTS;
      say(
          "| %d | %.3f | %.3f | %.3f | %.3f |",
          n, rejected[0] / all, rejected[1] / all, covered[1] / all, covered[0] / all);
    }
    say("");
  }

  private static List<Double> logRatios(int n, double truth, SplittableRandom random) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double block = normal(random);
      ratios.add(
          block + truth + RUN_SPREAD * normal(random) + slow(random) - (block + RUN_SPREAD * normal(random) + slow(random)));
    }
    return ratios;
  }

  /** One run in twenty takes 3 to 10 times as long. */
  private static double slow(SplittableRandom random) {
    return random.nextDouble() < 0.05 ? Math.log(3 + 7 * random.nextDouble()) : 0;
  }

  private static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** Goal 5: the power that is planned against the one that is found. */
  private static void planning() {
    say("## Planned power against simulated power");
    say("");
    say("| N | decided | won | planned | simulated | difference |");
    say("|---|---|---|---|---|---|");
    double worst = 0;
    SplittableRandom random = new SplittableRandom(5);
    for (int n : new int[] {6, 12, 20, 30, 50, 80}) {
      PairTest test = PairTest.watched(n, ALPHA);
      for (double[] truth : new double[][] {{1, .8}, {.6, .75}, {.3, .9}}) {
        Templates templates = new Templates(truth);
        int found = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
          found += test.winner(templates.draw(n, random)) == PairOutcome.WIN ? 1 : 0;
        }
        double planned = test.power(truth[0], truth[1]);
        double simulated = found / (double) EXPERIMENTS;
        worst = Math.max(worst, Math.abs(planned - simulated));
        say("| %d | %.1f | %.2f | %.3f | %.3f | %+.3f |", n, truth[0], truth[1], planned, simulated, simulated - planned);
      }
    }
    say("");
    say("Largest difference: %.4f.", worst);
    say("");
  }

  /** Why the unconditional test is not for given blocks: pairs that are always or never decided. */
  private static void givenBlocks() {
    say("## False winners where somebody chose blocks that are always or never decided, 20,000 experiments");
    say("");
    say("| N | decided blocks | unconditional | conditional |");
    say("|---|---|---|---|");
    for (int n : new int[] {10, 20, 30}) {
      PairTest unconditional = PairTest.watched(n, ALPHA);
      PairTest conditional = PairTest.watchedOnGivenBlocks(n, ALPHA);
      for (int decided : new int[] {n / 4, n / 3, n / 2, n}) {
        SplittableRandom random = new SplittableRandom(17);
        int[] winners = new int[2];
        for (int i = 0; i < 20_000; i++) {
          List<PairOutcome> row = shuffled(n, decided, random);
          winners[0] += unconditional.winner(row) == PairOutcome.TIE ? 0 : 1;
          if (i < 2_000) {
            winners[1] += conditional.winner(row) == PairOutcome.TIE ? 0 : 1;
          }
        }
        say("| %d | %d | %.4f | %.3f |", n, decided, winners[0] / 20_000.0, winners[1] / 2_000.0);
      }
    }
    say("");
  }

  private static List<PairOutcome> shuffled(int n, int decided, SplittableRandom random) {
    List<PairOutcome> row = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      PairOutcome outcome =
          i >= decided ? PairOutcome.TIE : random.nextBoolean() ? PairOutcome.WIN : PairOutcome.LOSS;
      row.add(random.nextInt(row.size() + 1), outcome);
    }
    return row;
  }

  /** Two templates whose runs succeed or fail on blocks of different difficulty. */
  private static final class Templates {
    private final double win;
    private final double loss;
    private final double decided;
    private final double won;
    private final double logitA;
    private final double logitB;
    private final double spread;

    /** With these chances of success on average, and blocks that differ by so many logits. */
    Templates(double successA, double successB, double spread) {
      this.spread = spread;
      this.logitA = logit(successA, spread);
      this.logitB = logit(successB, spread);
      double[] chances = new double[2];
      for (double[] node : NODES) {
        double a = expit(logitA + spread * node[0]);
        double b = expit(logitB + spread * node[0]);
        chances[0] += node[1] * a * (1 - b);
        chances[1] += node[1] * (1 - a) * b;
      }
      this.win = chances[0];
      this.loss = chances[1];
      this.decided = win + loss;
      this.won = win / decided;
    }

    /** With so many decided pairs, and so many won among these. */
    Templates(double[] truth) {
      this.spread = Double.NaN;
      this.logitA = Double.NaN;
      this.logitB = Double.NaN;
      this.decided = truth[0];
      this.won = truth[1];
      this.win = decided * won;
      this.loss = decided - win;
    }

    List<PairOutcome> draw(int pairs, SplittableRandom random) {
      List<PairOutcome> row = new ArrayList<>(pairs);
      for (int i = 0; i < pairs; i++) {
        row.add(Double.isNaN(spread) ? drawDirectly(random) : drawOnABlock(random));
      }
      return row;
    }

    private PairOutcome drawDirectly(SplittableRandom random) {
      double u = random.nextDouble();
      return u < win ? PairOutcome.WIN : u < win + loss ? PairOutcome.LOSS : PairOutcome.TIE;
    }

    private PairOutcome drawOnABlock(SplittableRandom random) {
      double block = spread == 0 ? 0 : spread * normal(random);
      int a = random.nextDouble() < expit(logitA + block) ? 1 : 0;
      int b = random.nextDouble() < expit(logitB + block) ? 1 : 0;
      return PairOutcome.ofMore(a, b);
    }

    /** The logit with which the chance is this on average over blocks. */
    private static double logit(double chance, double spread) {
      double low = -20;
      double high = 20;
      for (int i = 0; i < 80; i++) {
        double middle = (low + high) / 2;
        double mean = 0;
        for (double[] node : NODES) {
          mean += node[1] * expit(middle + spread * node[0]);
        }
        low = mean < chance ? middle : low;
        high = mean < chance ? high : middle;
      }
      return (low + high) / 2;
    }

    private static double expit(double logit) {
      return 1 / (1 + Math.exp(-logit));
    }

    /** A normal distribution on 2,001 places. */
    private static final double[][] NODES = nodes();

    private static double[][] nodes() {
      double[][] nodes = new double[2_001][];
      double sum = 0;
      for (int i = 0; i < nodes.length; i++) {
        double z = (i - 1_000) / 125.0;
        nodes[i] = new double[] {z, Math.exp(-z * z / 2)};
        sum += nodes[i][1];
      }
      double all = sum;
      Arrays.stream(nodes).forEach(node -> node[1] /= all);
      return nodes;
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
