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
 *     first
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
  private static final double CLEAR_WIN = 0.8;
  private static final int MOST_OFFERED = 1_000;

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
    for (int number = 1; number <= design.pairs(); number++) {
      order.add(new PlannedPair(number, random.nextBoolean() ? Arm.A : Arm.B));
    }
    String id = "ab-%s-%06x".formatted(TIME.format(now), random.nextInt(1 << 24));
    Power power = Power.of(design, design.pairs());
    return new ExperimentPlan(id, design, now, order, power, warnings(design));
  }

  /** {@return whether so many pairs can name a winner at all} */
  public boolean canNameAWinner() {
    return design.pairs() >= SignTest.fewestPairs(design.alpha());
  }

  private static List<String> warnings(ExperimentDesign design) {
    double smallest = SignTest.smallestPValue(design.pairs());
    return smallest <= design.alpha()
        ? List.of()
        : List.of(
            "%d pairs cannot name a winner: their smallest p-value is %s, over alpha %s; "
                    .formatted(design.pairs(), smallest, design.alpha())
                + offer(design));
  }

  private static String offer(ExperimentDesign design) {
    OptionalInt good =
        SignTest.pairsForPower(Power.USUAL_TARGET, 1, CLEAR_WIN, design.alpha(), MOST_OFFERED);
    String least = "plan at least %d".formatted(SignTest.fewestPairs(design.alpha()));
    return good.isEmpty()
        ? least
        : least
            + ", or %d to find with a chance of 80 %% a template that wins 4 of 5 decided pairs"
                .formatted(good.getAsInt());
  }
}
