package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules by which figures become advice. A rule speaks only if the lower end of a 95 % interval
 * is past its threshold, so that a few unlucky runs set nothing off.
 */
final class Advice {

  /** Ended runs below which no rate is worth a sentence; from here on 5 of 5 says over a half. */
  static final int FEWEST_RUNS = 5;

  private static final double OFTEN = 0.1;
  private static final double MOSTLY = 0.5;

  private final RunTally all;
  private final Map<String, RunTally> templates;
  private final Map<String, StepTally> steps;
  private final List<FailureGroup> failures;
  private final String repository;

  private Advice(
      RunTally all,
      Map<String, RunTally> templates,
      Map<String, StepTally> steps,
      List<FailureGroup> failures,
      String location) {
    this.all = all;
    this.templates = templates;
    this.steps = steps;
    this.failures = failures;
    this.repository = CommandText.quoted(location);
  }

  /**
   * {@return what follows, or what is missing}
   *
   * @param templates by name, in the order of their names
   * @param steps by name, in the order of their names
   */
  static List<Recommendation> on(
      RunTally all,
      Map<String, RunTally> templates,
      Map<String, StepTally> steps,
      List<FailureGroup> failures,
      String location) {
    Advice advice = new Advice(all, templates, steps, failures, location);
    return all.counted() < FEWEST_RUNS ? List.of(advice.notEnough()) : advice.everything();
  }

  private List<Recommendation> everything() {
    List<Recommendation> found = new ArrayList<>();
    steps.forEach((name, tally) -> failing(name, tally).ifPresent(found::add));
    steps.forEach((name, tally) -> unsteady(name, tally).ifPresent(found::add));
    templates.forEach((name, tally) -> idle(name, tally).ifPresent(found::add));
    rivals().ifPresent(found::add);
    return found;
  }

  private Recommendation notEnough() {
    return new Recommendation(
        "not-enough-data",
        "not enough data: %d ended runs, %d needed".formatted(all.counted(), FEWEST_RUNS),
        "%d of %d runs".formatted(all.counted(), FEWEST_RUNS),
        "rates with an interval, and advice from them",
        "kirolinter agent workflow --repo %s --template full_review".formatted(repository));
  }

  private Optional<Recommendation> failing(String name, StepTally step) {
    Proportion failing = step.failing();
    return often(failing, OFTEN)
        .map(
            rate ->
                new Recommendation(
                    "step-fails",
                    "Remove the cause of the failures of step '%s'%s"
                        .formatted(name, commonestError(name)),
                    "step '%s' failed or was recovered in %s".formatted(name, rate),
                    "at most %d of %d runs end better"
                        .formatted(failing.successes(), all.counted()),
                    lastFailure(name)));
  }

  private Optional<Recommendation> unsteady(String name, StepTally step) {
    Proportion retried = step.unsteady();
    return often(retried, OFTEN)
        .map(
            rate ->
                new Recommendation(
                    "step-needs-retries",
                    "Find out why step '%s' passes only when tried again%s"
                        .formatted(name, commonestError(name)),
                    "step '%s' needed more than one attempt in %s".formatted(name, rate),
                    "at most %d of %d runs save their waits between attempts"
                        .formatted(retried.successes(), all.counted()),
                    lastFailure(name)));
  }

  private Optional<Recommendation> idle(String template, RunTally runs) {
    DurationSummary time = runs.durationsOfChanging();
    return often(runs.idle(), MOSTLY)
        .map(
            rate ->
                new Recommendation(
                    "runs-without-effect",
                    "Watch with 'monitor' and run '%s' when there is something to fix"
                        .formatted(template),
                    "'%s' removed no finding in %s".formatted(template, rate),
                    "about %d ms less in each such run".formatted(time.median().toMillis()),
                    "kirolinter agent workflow --repo %s --template monitor"
                        .formatted(repository)));
  }

  /** The two templates that change files and ran most; which is better, only a test can tell. */
  private Optional<Recommendation> rivals() {
    List<Map.Entry<String, RunTally>> most =
        templates.entrySet().stream()
            .filter(e -> e.getValue().counted() >= FEWEST_RUNS && e.getValue().changesFiles())
            .sorted(Comparator.comparing(e -> -e.getValue().counted()))
            .limit(2)
            .toList();
    return most.size() < 2 ? Optional.empty() : Optional.of(compare(most.get(0), most.get(1)));
  }

  private Recommendation compare(Map.Entry<String, RunTally> a, Map.Entry<String, RunTally> b) {
    return new Recommendation(
        "compare-templates",
        "Compare '%s' and '%s' on equal footing".formatted(a.getKey(), b.getKey()),
        "findings removed per run: %s; these ran at different times on different code"
            .formatted(perRun(a) + ", " + perRun(b)),
        "knowing which of the two to keep, with a bound on the error",
        "kirolinter agent ab-test --repo %s --template-a %s --template-b %s --runs 30"
            .formatted(repository, a.getKey(), b.getKey()));
  }

  private static String perRun(Map.Entry<String, RunTally> template) {
    RunTally runs = template.getValue();
    return String.format(
        Locale.ROOT,
        "'%s' %.1f in %d runs",
        template.getKey(),
        (double) runs.findingsRemoved() / runs.counted(),
        runs.counted());
  }

  /** The rate in words, if even the lower end of its interval is past the threshold. */
  private static Optional<String> often(Proportion rate, double threshold) {
    return rate.trials() < FEWEST_RUNS || rate.interval().low() <= threshold
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d (%.0f %%, 95 %% interval %.0f to %.0f %%)",
                rate.successes(),
                rate.trials(),
                100 * rate.share(),
                100 * rate.interval().low(),
                100 * rate.interval().high()));
  }

  private String commonestError(String step) {
    return of(step).findFirst().map(group -> ", mostly: " + group.shape()).orElse("");
  }

  private String lastFailure(String step) {
    return of(step)
        .max(Comparator.comparing(FailureGroup::lastSeen))
        .map(group -> "kirolinter agent status " + group.lastRun())
        .orElse("kirolinter agent runs --repo " + repository);
  }

  private Stream<FailureGroup> of(String step) {
    return failures.stream().filter(group -> group.steps().contains(step));
  }
}
