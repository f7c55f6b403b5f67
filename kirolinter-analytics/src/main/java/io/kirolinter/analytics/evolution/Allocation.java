package io.kirolinter.analytics.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * With which chance each version gets the next run: Thompson sampling between the top two.
 *
 * <p>The leader is drawn by its chance to be the best. Where it is not the champion, the champion
 * takes its place in 3 of 10 draws: these two are what the gate compares, so that runs of others
 * would prove nothing. After a promotion, 5 of 100 runs go to the former champion and the champion
 * in equal parts, which is how a wrong step, or a world that has changed, comes to light.
 *
 * <p>The shares are choices, made by simulation ({@code docs/evolution.md}). The guarantee does not
 * rest on them, only on their being written down before the run. Source of the top two: D. Russo,
 * Operations Research 68 (2020), 1625-1647.
 */
public record Allocation(Map<String, Double> chances) {

  /** How often a leading challenger gets the run, and not the champion that it has to beat. */
  private static final double LEADER = 0.7;

  private static final double WATCH = 0.05;

  public Allocation {
    chances = Collections.unmodifiableMap(new LinkedHashMap<>(chances));
    double sum = chances.values().stream().mapToDouble(Double::doubleValue).sum();
    if (Math.abs(sum - 1) > 1e-9 || chances.values().stream().anyMatch(chance -> !(chance >= 0))) {
      throw new IllegalArgumentException("chances must be >= 0 and add up to 1, were " + chances);
    }
  }

  /**
   * {@return the chances of the champion and the challengers}
   *
   * @param tallies of all of them
   * @param former the champion before this one, if it is among the challengers
   */
  static Allocation topTwo(Map<String, Tally> tallies, String champion, Optional<String> former) {
    List<String> names = new ArrayList<>(tallies.keySet());
    double[] best = ChanceOfBest.of(List.copyOf(tallies.values()));
    Map<String, Double> chances = new LinkedHashMap<>();
    double others = 0;
    for (int i = 0; i < best.length; i++) {
      chances.put(names.get(i), LEADER * best[i]);
      others += names.get(i).equals(champion) ? 0 : LEADER * best[i];
    }
    chances.put(champion, 1 - others);
    return new Allocation(former.map(name -> watched(chances, champion, name)).orElse(chances));
  }

  private static Map<String, Double> watched(
      Map<String, Double> chances, String champion, String former) {
    Map<String, Double> mixed = new LinkedHashMap<>();
    chances.forEach((name, chance) -> mixed.put(name, (1 - WATCH) * chance));
    mixed.merge(former, WATCH / 2, Double::sum);
    mixed.merge(champion, WATCH / 2, Double::sum);
    return mixed;
  }

  /** {@return a version, drawn by the chances} */
  String draw(RandomGenerator random) {
    double left = random.nextDouble();
    String last = "";
    for (Map.Entry<String, Double> version : chances.entrySet()) {
      if (version.getValue() > 0) {
        last = version.getKey();
        left -= version.getValue();
        if (left < 0) {
          return last;
        }
      }
    }
    return last; // the rest that rounding leaves
  }

  /**
   * {@return with which chance a run of one of the two was the challenger's; empty if it could not
   * have been either's}
   */
  Optional<Double> between(String challenger, String champion) {
    double its = chances.getOrDefault(challenger, 0.0);
    double both = its + chances.getOrDefault(champion, 0.0);
    double share = its / both;
    return share > 0 && share < 1 ? Optional.of(share) : Optional.empty();
  }
}
