package io.kirolinter.analytics.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.kirolinter.analytics.statistics.DurationSummary;
import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.run.Effect;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.StepOutcome;
import io.kirolinter.core.run.StepRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
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

  private final List<RunFacts> runs;
  private final List<FailureGroup> failures;
  private final String repository;

  private Advice(List<RunFacts> runs, List<FailureGroup> failures) {
    this.runs = runs;
    this.failures = failures;
    this.repository = newest(runs).map(run -> quoted(run.plan().location())).orElse(".");
  }

  static List<Recommendation> on(Collection<RunFacts> history, List<FailureGroup> failures) {
    Advice advice = new Advice(history.stream().filter(RunFacts::counts).toList(), failures);
    return advice.runs.size() < FEWEST_RUNS ? List.of(advice.notEnough()) : advice.all();
  }

  private List<Recommendation> all() {
    List<Recommendation> all = new ArrayList<>();
    stepsByName().forEach((name, steps) -> failing(name, steps).ifPresent(all::add));
    stepsByName().forEach((name, steps) -> unsteady(name, steps).ifPresent(all::add));
    byTemplate().forEach((name, facts) -> idle(name, facts).ifPresent(all::add));
    rivals().ifPresent(all::add);
    return all;
  }

  private Recommendation notEnough() {
    return new Recommendation(
        "not-enough-data",
        "not enough data: %d ended runs, %d needed".formatted(runs.size(), FEWEST_RUNS),
        "%d of %d runs".formatted(runs.size(), FEWEST_RUNS),
        "rates with an interval, and advice from them",
        "kirolinter agent workflow --repo %s --template full_review".formatted(repository));
  }

  private Optional<Recommendation> failing(String name, List<StepRecord> steps) {
    Proportion failing =
        share(
            steps,
            s -> RunFacts.is(s, StepOutcome.FAILED) || RunFacts.is(s, StepOutcome.RECOVERED));
    return often(failing, OFTEN)
        .map(
            rate ->
                new Recommendation(
                    "step-fails",
                    "Remove the cause of the failures of step '%s'%s"
                        .formatted(name, commonestError(name)),
                    "step '%s' failed or was recovered in %s".formatted(name, rate),
                    "at most %d of %d runs end better".formatted(failing.successes(), runs.size()),
                    lastFailure(name)));
  }

  private Optional<Recommendation> unsteady(String name, List<StepRecord> steps) {
    Proportion retried = share(steps, s -> s.attempts() > 1 && RunFacts.endedWell(s));
    return often(retried, OFTEN)
        .map(
            rate ->
                new Recommendation(
                    "step-needs-retries",
                    "Find out why step '%s' passes only when tried again%s"
                        .formatted(name, commonestError(name)),
                    "step '%s' needed more than one attempt in %s".formatted(name, rate),
                    "at most %d of %d runs save their waits between attempts"
                        .formatted(retried.successes(), runs.size()),
                    lastFailure(name)));
  }

  private Optional<Recommendation> idle(String template, List<RunFacts> facts) {
    List<RunFacts> changing =
        facts.stream()
            .filter(f -> f.succeeded() && f.run().plan().effect() == Effect.CHANGES)
            .toList();
    int useless = Counts.matching(changing, f -> f.findingsRemoved() == 0);
    DurationSummary time = DurationSummary.of(changing.stream().map(RunFacts::duration).toList());
    return often(Proportion.wilson(useless, changing.size()), MOSTLY)
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
    List<Map.Entry<String, List<RunFacts>>> most =
        byTemplate().entrySet().stream()
            .filter(e -> e.getValue().size() >= FEWEST_RUNS)
            .filter(e -> newest(e.getValue()).orElseThrow().plan().effect() == Effect.CHANGES)
            .sorted(Comparator.comparing(e -> -e.getValue().size()))
            .limit(2)
            .toList();
    return most.size() < 2 ? Optional.empty() : Optional.of(compare(most.get(0), most.get(1)));
  }

  private Recommendation compare(
      Map.Entry<String, List<RunFacts>> a, Map.Entry<String, List<RunFacts>> b) {
    return new Recommendation(
        "compare-templates",
        "Compare '%s' and '%s' on equal footing".formatted(a.getKey(), b.getKey()),
        "findings removed per run: %s; these ran at different times on different code"
            .formatted(perRun(a) + ", " + perRun(b)),
        "knowing which of the two to keep, with a bound on the error",
        "kirolinter agent ab-test --repo %s --template-a %s --template-b %s --runs 30"
            .formatted(repository, a.getKey(), b.getKey()));
  }

  private static String perRun(Map.Entry<String, List<RunFacts>> template) {
    double mean =
        template.getValue().stream().mapToInt(RunFacts::findingsRemoved).average().orElse(0);
    return String.format(
        Locale.ROOT, "'%s' %.1f in %d runs", template.getKey(), mean, template.getValue().size());
  }

  private Map<String, List<RunFacts>> byTemplate() {
    return runs.stream().collect(groupingBy(RunFacts::template, TreeMap::new, toList()));
  }

  private Map<String, List<StepRecord>> stepsByName() {
    return runs.stream()
        .flatMap(facts -> facts.steps().stream())
        .filter(step -> step.isOver() && !RunFacts.is(step, StepOutcome.SKIPPED))
        .collect(groupingBy(StepRecord::name, TreeMap::new, toList()));
  }

  private static Proportion share(List<StepRecord> steps, Predicate<StepRecord> wanted) {
    return Proportion.wilson(Counts.matching(steps, wanted), steps.size());
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

  private static Optional<Run> newest(Collection<RunFacts> runs) {
    return runs.stream()
        .map(RunFacts::run)
        .max(Comparator.comparing((Run run) -> run.plan().createdAt()).thenComparing(Run::id));
  }

  private static String quoted(String location) {
    return location.matches("[\\w./~-]+") ? location : "'" + location.replace("'", "'\\''") + "'";
  }
}
