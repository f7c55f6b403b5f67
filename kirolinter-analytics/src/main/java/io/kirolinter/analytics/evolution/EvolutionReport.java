package io.kirolinter.analytics.evolution;

import io.kirolinter.analytics.statistics.Proportion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where an evolution stands, as command line, JSON and dashboard show it.
 *
 * @param era its number from 0, on which the threshold depends
 * @param threshold the e-value that a challenger needs; empty if there are no challengers
 * @param runs assigned so far, over all eras
 * @param pending the run that was assigned and has not ended
 * @param history why and when the champion or the challengers changed, the first change in front
 * @param guarantee the promise of the gate in words
 * @param next what somebody can do now
 */
public record EvolutionReport(
    String template,
    Contender champion,
    List<Challenger> challengers,
    int era,
    OptionalDouble threshold,
    double alpha,
    int runs,
    Optional<Assignment> pending,
    boolean background,
    List<Change> history,
    String guarantee,
    List<String> next) {

  public EvolutionReport {
    challengers = List.copyOf(challengers);
    history = List.copyOf(history);
    next = List.copyOf(next);
  }

  /**
   * A version and how its runs came out.
   *
   * @param steps their names, in order
   * @param useful the share of useful runs with its 95 % interval; it describes, and decides
   *     nothing, as runs of different versions were on different code
   */
  public record Contender(String version, String origin, List<String> steps, Proportion useful) {}

  /**
   * A version that competes.
   *
   * @param evidence its e-value, which promotes it at the threshold
   * @param share how near it is: log evidence / log threshold, from 0 to 1
   * @param nextChance with which it gets the next run
   * @param former whether it was champion before, and is watched
   */
  public record Challenger(
      Contender version, double evidence, double share, double nextChance, boolean former) {}

  /**
   * A new era.
   *
   * @param evidence the e-value that took the champion there; empty if the champion stayed
   */
  public record Change(
      int era,
      Era.Reason reason,
      String champion,
      List<String> challengers,
      Optional<Double> evidence,
      Optional<Double> threshold,
      Optional<Integer> run,
      String toolVersion,
      Instant at) {}

  public static EvolutionReport of(Lineage lineage) {
    return new EvolutionReport(
        lineage.plan().template(),
        contender(lineage, lineage.champion()),
        challengers(lineage),
        lineage.era().number(),
        threshold(lineage),
        lineage.plan().guarantee().alpha(),
        lineage.runs(),
        lineage.pending(),
        lineage.inBackground(),
        lineage.eras().stream().map(EvolutionReport::change).toList(),
        lineage.plan().guarantee().inWords(),
        next(lineage));
  }

  private static OptionalDouble threshold(Lineage lineage) {
    return lineage.era().challengers().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(lineage.threshold());
  }

  private static List<Challenger> challengers(Lineage lineage) {
    Map<String, Double> chances = lineage.allocation().chances();
    List<Challenger> challengers = new ArrayList<>();
    for (String name : lineage.era().challengers()) {
      double log = lineage.logEvidence(name);
      challengers.add(
          new Challenger(
              contender(lineage, name),
              Math.exp(log),
              Math.min(1, Math.max(0, log / Math.log(lineage.threshold()))),
              chances.getOrDefault(name, 0.0),
              lineage.era().former().equals(Optional.of(name))));
    }
    return challengers;
  }

  private static Contender contender(Lineage lineage, String name) {
    TemplateVersion version = lineage.version(name);
    Tally tally = lineage.tally(name);
    return new Contender(
        name,
        version.origin(),
        version.stepNames(),
        Proportion.wilson(tally.useful(), tally.runs()));
  }

  private static Change change(Era era) {
    return new Change(
        era.number(),
        era.reason(),
        era.champion(),
        era.challengers(),
        era.evidence().map(evidence -> Math.exp(evidence.logValue())),
        era.evidence().map(Era.Evidence::threshold),
        era.evidence().map(Era.Evidence::run),
        era.toolVersion(),
        era.at());
  }

  private static List<String> next(Lineage lineage) {
    String command = "kirolinter agent evolve --template " + lineage.plan().template();
    List<String> offers = new ArrayList<>();
    if (lineage.era().challengers().isEmpty()) {
      offers.add(command + " --mine   (look for challengers in the runs so far)");
      offers.add(command + " --challenger NAME   (set another template against the champion)");
    } else {
      offers.add(command + " --runs 10   (try them on the next 10 commits)");
      if (!lineage.inBackground()) {
        offers.add(command + " --background on   (let background runs of 'auto' try them)");
      }
    }
    offers.add("kirolinter agent workflow --template auto   (run the champion)");
    return offers;
  }
}
