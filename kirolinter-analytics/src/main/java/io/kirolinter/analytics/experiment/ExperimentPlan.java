package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import io.kirolinter.analytics.statistics.SignTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * An experiment before its first pair: to be written down, so that nothing can be chosen later.
 *
 * @param experimentId the UTC time of the plan and six digits from the seed: {@code
 *     ab-20261122-181530-4f2ac1}
 * @param order each pair with the side that runs first, by a fair coin of its own; so with equal
 *     templates the sign of each difference is a coin too, whatever the second run gains from the
 *     first; and with its snapshot, each of which has its turn before one has its second
 * @param power what it can find if every pair is decided
 * @param warnings to be shown before the start
 */
public record ExperimentPlan(
    String experimentId,
    ExperimentDesign design,
    Instant plannedAt,
    List<PlannedPair> order,
    Power power,
    List<String> warnings) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double WORTH_RUNNING = 0.5;

  public ExperimentPlan {
    requireNonNull(experimentId, "experimentId");
    requireNonNull(design, "design");
    requireNonNull(plannedAt, "plannedAt");
    requireNonNull(power, "power");
    order = List.copyOf(order);
    warnings = List.copyOf(warnings);
    if (order.size() != design.pairs()) {
      throw new IllegalArgumentException(
          "%d pairs are planned, the order has %d".formatted(design.pairs(), order.size()));
    }
  }

  /** {@return a plan; the same design at the same second gives the same} */
  public static ExperimentPlan draw(ExperimentDesign design, Instant now) {
    RandomGenerator random = new SplittableRandom(design.seed());
    List<PlannedPair> order = new ArrayList<>();
    List<Integer> blocks = List.of();
    for (int number = 1; number <= design.pairs(); number++) {
      int turn = (number - 1) % design.blocks().count();
      blocks = turn == 0 ? shuffled(design.blocks(), random) : blocks;
      order.add(new PlannedPair(number, random.nextBoolean() ? Arm.A : Arm.B, blocks.get(turn)));
    }
    String id = "ab-%s-%06x".formatted(TIME.format(now), random.nextInt(1 << 24));
    Power power = Power.of(design, 1);
    return new ExperimentPlan(id, design, now, order, power, warnings(design, power));
  }

  /** {@return whether so many pairs can name a winner at all} */
  public boolean canNameAWinner() {
    return canNameAWinner(design);
  }

  private static boolean canNameAWinner(ExperimentDesign design) {
    return design.test().power(1, 1) > 0;
  }

  private static List<Integer> shuffled(Blocks blocks, RandomGenerator random) {
    List<Integer> numbers = new ArrayList<>();
    for (int block = 1; block <= blocks.count(); block++) {
      numbers.add(random.nextInt(block), block);
    }
    return numbers;
  }

  private static List<String> warnings(ExperimentDesign design, Power power) {
    if (!canNameAWinner(design)) {
      return List.of(
          "%d pairs cannot name a winner: their smallest p-value is %s, over alpha %s; %s"
              .formatted(
                  design.pairs(),
                  SignTest.smallestPValue(design.pairs()),
                  design.alpha(),
                  offer(design)));
    }
    return power.clearWin() >= WORTH_RUNNING
        ? List.of()
        : List.of(
            "%d pairs find a template that wins 4 of 5 decided pairs with a chance of %.0f %% only; %s"
                .formatted(design.pairs(), 100 * power.clearWin(), offer(design)));
  }

  private static String offer(ExperimentDesign design) {
    OptionalInt good = Power.pairsFor(design, 1, Power.CLEAR_WIN);
    String least = "plan at least %d".formatted(fewest(design));
    return good.isEmpty()
        ? least
        : least
            + ", or %d to find with a chance of 80 %% a template that wins 4 of 5 decided pairs"
                .formatted(good.getAsInt());
  }

  private static int fewest(ExperimentDesign design) {
    int pairs = Math.max(1, SignTest.fewestPairs(design.alpha()) - 1);
    while (pairs < ExperimentDesign.MOST_PAIRS && !canNameAWinner(design.withPairs(pairs))) {
      pairs++;
    }
    return pairs;
  }
}
