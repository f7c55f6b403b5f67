package io.kirolinter.core.experience;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.finding.RuleId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How people took the fixes of a rule in a repository. All fixes of one rule in one proposal are
 * one decision, since they were decided about together; where they met different fates, parts of it
 * count.
 *
 * @param fates how many fixes met which fate
 * @param decisions about how many proposals people have decided
 * @param notUseful how many of these decisions were against the rule; parts count
 * @param taken how often a person made by hand what a suggestion of the rule says, since its fixes
 *     are but suggestions
 */
public record RuleRecord(
    RuleId rule, Map<Fate, Integer> fates, int decisions, double notUseful, int taken) {

  /** The share of fixes of no use above which a rule annoys people more than it helps. */
  public static final double MOST_NOT_USEFUL = 0.10;

  /** A rule comes back below half of that, so that it does not go to and fro. */
  static final double FEW_NOT_USEFUL = MOST_NOT_USEFUL / 2;

  /** One bad day is no evidence, nor are two. */
  public static final int FEWEST_DECISIONS = 3;

  public RuleRecord {
    requireNonNull(rule, "rule");
    fates = Collections.unmodifiableMap(withAll(fates));
    if (decisions < 0 || taken < 0 || !(notUseful >= 0 && notUseful <= decisions + 1e-9)) {
      throw new IllegalArgumentException(
          "%d decisions, %s of them not useful, and %d taken make no record"
              .formatted(decisions, notUseful, taken));
    }
  }

  private static Map<Fate, Integer> withAll(Map<Fate, Integer> fates) {
    Map<Fate, Integer> all = new EnumMap<>(Fate.class);
    all.putAll(fates);
    return all;
  }

  static RuleRecord of(RuleId rule, Collection<FixFate> fixes, int taken) {
    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    fixes.forEach(one -> fates.merge(one.fate(), 1, Integer::sum));
    Map<Object, List<FixFate>> decided =
        fixes.stream()
            .filter(one -> one.fate().isDecided())
            .collect(
                Collectors.groupingBy(one -> List.of(one.trace().run(), one.trace().branch())));
    double notUseful = decided.values().stream().mapToDouble(RuleRecord::refused).sum();
    return new RuleRecord(rule, fates, decided.size(), notUseful, taken);
  }

  private static double refused(List<FixFate> together) {
    return (double) together.stream().filter(one -> one.fate().isRefusal()).count()
        / together.size();
  }

  /**
   * {@return the share of decisions for the rule, and where it may lie; empty ones lie anywhere}
   */
  public ShareInterval acceptance() {
    return ShareInterval.of(Math.max(0, decisions - notUseful), decisions);
  }

  /** {@return the share of decisions for the rule; 0 if there are none} */
  public double accepted() {
    return decisions == 0 ? 0 : (decisions - notUseful) / decisions;
  }

  /** {@return whether people have shown clearly enough that the fixes of the rule are of no use} */
  boolean speaksAgainst(Prior prior) {
    double cases = decisions + prior.decisions();
    return decisions > 0
        && cases >= FEWEST_DECISIONS
        && notUsefulAmong(cases, prior).low() > MOST_NOT_USEFUL;
  }

  /** {@return whether a rule that was held back is wanted again} */
  boolean speaksFor(Prior prior) {
    return notUsefulAmong(decisions + taken + prior.decisions(), prior).low() < FEW_NOT_USEFUL;
  }

  private ShareInterval notUsefulAmong(double cases, Prior prior) {
    return ShareInterval.of(Math.min(cases, notUseful + prior.notUseful()), cases);
  }

  /** {@return whether the fixes of the rule are known to be liked, so that they come first} */
  boolean isLiked() {
    return decisions >= FEWEST_DECISIONS && acceptance().low() >= 0.5;
  }

  /** {@return whether more than a few of its fixes were of no use, so that they come last} */
  boolean isDoubtful() {
    return decisions > 0 && notUseful / decisions > MOST_NOT_USEFUL;
  }
}
