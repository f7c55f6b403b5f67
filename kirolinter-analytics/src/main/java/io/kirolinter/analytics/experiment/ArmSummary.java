package io.kirolinter.analytics.experiment;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import java.util.Collection;
import java.util.List;

/**
 * How one side did on its own. It describes; only the pairs compare.
 *
 * @param success of all its runs, also those whose pair is not complete
 * @param findingsRemoved by all of them
 */
public record ArmSummary(
    String template, Proportion success, int findingsRemoved, DurationSummary durations) {

  static ArmSummary of(String template, Arm arm, Collection<PairResult> pairs) {
    List<Trial> trials = pairs.stream().flatMap(pair -> pair.trial(arm).stream()).toList();
    int succeeded = (int) trials.stream().filter(Trial::hasSucceeded).count();
    return new ArmSummary(
        template,
        Proportion.wilson(succeeded, trials.size()),
        trials.stream().mapToInt(Trial::findingsRemoved).sum(),
        DurationSummary.of(trials.stream().map(Trial::duration).toList()));
  }
}
