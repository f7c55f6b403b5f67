package io.kirolinter.analytics.quality;

import io.kirolinter.analytics.workflow.Recommendation;
import java.util.List;
import java.util.Locale;

/**
 * Advice on process and training. A rule of which at least a quarter of the changes bring new
 * findings, by the lower end of a 95 % interval, is not learned by the team, or not held by the
 * build.
 */
public final class QualityAdvice {

  private static final double OFTEN = 0.25;
  private static final int FEW_FILES = 3;

  private QualityAdvice() {}

  /**
   * {@return what to do, the rule with the most changes first}
   *
   * @param location where the repository is, as on a command line
   */
  public static List<Recommendation> on(QualityReport report, String location) {
    return report.recurring().stream()
        .filter(rule -> rule.changes().interval().low() > OFTEN)
        .map(rule -> recommendation(rule, location))
        .toList();
  }

  private static Recommendation recommendation(RecurringRule rule, String location) {
    boolean everywhere = rule.files() >= FEW_FILES;
    return new Recommendation(
        everywhere ? "train-the-team" : "guard-the-build",
        everywhere
            ? "Show the team rule '%s' with its bad and good code".formatted(rule.rule())
            : "Let the build refuse new findings of rule '%s'".formatted(rule.rule()),
        String.format(
            Locale.ROOT,
            "%d of %d changes brought new findings of it (95 %% interval %.0f to %.0f %%), in %d"
                + " files",
            rule.changes().successes(),
            rule.changes().trials(),
            100 * rule.changes().interval().low(),
            100 * rule.changes().interval().high(),
            rule.files()),
        "at most %d findings fewer in as long a time".formatted(rule.fresh()),
        everywhere
            ? "kirolinter rules " + rule.rule()
            : "kirolinter analyze %s --changed-only --rules %s --fail-on low"
                .formatted(location, rule.rule()));
  }
}
