package io.kirolinter.analytics.experiment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/**
 * What an experiment says.
 *
 * @param pairs how many were run
 * @param pairsPlanned how many were planned; the most there can be, if no end was
 * @param alpha the highest chance of a winner where there is none
 * @param a the side of template A on its own
 * @param b the side of template B on its own
 * @param metrics useful work, the primary one, which alone gives the verdict; then the others
 * @param guardrails what the winner costs; none without a winner
 * @param checks whether the experiment itself went as it should
 * @param power what so many decided pairs can find
 * @param pairsStillNeeded 0 with a winner; while planned pairs are missing, these; else how many
 *     more pairs a new experiment needs to find a difference as large as the one seen with a chance
 *     of 80 %, or empty if 1,000 pairs would not do. Pairs are never added to an ended experiment
 * @param warnings what limits the result, the gravest first
 */
public record ExperimentResult(
    String experimentId,
    String templateA,
    String templateB,
    int pairs,
    int pairsPlanned,
    Stopping stopping,
    Blocks blocks,
    long seed,
    Verdict verdict,
    double alpha,
    ArmSummary a,
    ArmSummary b,
    List<Metric> metrics,
    List<Guardrail> guardrails,
    List<Check> checks,
    Power power,
    OptionalInt pairsStillNeeded,
    List<String> warnings) {

  public ExperimentResult {
    requireNonNull(verdict, "verdict");
    requireNonNull(power, "power");
    requireNonNull(pairsStillNeeded, "pairsStillNeeded");
    metrics = List.copyOf(metrics);
    guardrails = List.copyOf(guardrails);
    checks = List.copyOf(checks);
    warnings = List.copyOf(warnings);
  }

  /** {@return the metric of that name} */
  public Metric metric(String name) {
    return metrics.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no metric '" + name + "'"));
  }
}
