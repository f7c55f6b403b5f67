package io.kirolinter.analytics.evolution;

import io.kirolinter.analytics.evolution.AssignmentEProcess.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the runs of a lineage say.
 *
 * @param tallies of each version that had a run
 * @param evidence of each challenger of the era
 * @param pending the run that was assigned and has not ended
 * @param runs how many were assigned so far
 * @param tried whether a run has ended in the era
 * @param subjects what the runs were on
 */
record Standing(
    Map<String, Tally> tallies,
    Map<String, AssignmentEProcess> evidence,
    Optional<Assignment> pending,
    int runs,
    boolean tried,
    Set<String> subjects) {

  static final Standing NONE =
      new Standing(Map.of(), Map.of(), Optional.empty(), 0, false, Set.of());

  /** {@return the same before the first run of an era; a run that has not ended is given up} */
  Standing facing(List<String> challengers) {
    Map<String, AssignmentEProcess> anew = new LinkedHashMap<>();
    challengers.forEach(name -> anew.put(name, AssignmentEProcess.start()));
    return new Standing(tallies, anew, Optional.empty(), runs, false, subjects);
  }

  /** {@return the same without the runs of another tool, which say nothing about where to look} */
  Standing withoutTallies() {
    return new Standing(Map.of(), evidence, pending, runs, tried, subjects);
  }

  Standing assigned(Assignment run) {
    Set<String> more = new LinkedHashSet<>(subjects);
    more.add(run.subject());
    return new Standing(tallies, evidence, Optional.of(run), run.run(), tried, more);
  }

  /** {@return the same after the pending run} */
  Standing ended(boolean useful, String champion) {
    Assignment run = pending.orElseThrow(() -> new IllegalStateException("no run was assigned"));
    Map<String, Tally> counted = new LinkedHashMap<>(tallies);
    counted.put(run.version(), tally(run.version()).plus(useful));
    Map<String, AssignmentEProcess> weighed = new LinkedHashMap<>();
    evidence.forEach(
        (name, before) -> weighed.put(name, weighed(name, champion, before, run, useful)));
    return new Standing(counted, weighed, Optional.empty(), runs, true, subjects);
  }

  Tally tally(String version) {
    return tallies.getOrDefault(version, Tally.NONE);
  }

  private static AssignmentEProcess weighed(
      String challenger,
      String champion,
      AssignmentEProcess before,
      Assignment run,
      boolean useful) {
    boolean its = run.version().equals(challenger);
    if (!its && !run.version().equals(champion)) {
      return before;
    }
    return run.allocation()
        .between(challenger, champion)
        .map(chance -> before.after(its ? Side.CHALLENGER : Side.CHAMPION, useful, chance))
        .orElse(before);
  }
}
