package io.kirolinter.analytics.evolution.mining;

import static java.util.stream.Collectors.groupingBy;

import io.kirolinter.analytics.evolution.Tally;
import io.kirolinter.analytics.statistics.Holm;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The runs of the past, as far as they came to an end of their own, and what they suggest.
 *
 * <p>Each pattern of their plans is tested against usefulness by an exact {@link
 * StratifiedFisherTest test}, stratified by repository, as one repository may have easy code and
 * another template than the next. The p-values are adjusted by {@link Holm} over all patterns that
 * could have become significant.
 */
public final class PastRuns {

  /** The level at which a pattern is worth a challenger. */
  private static final double LEVEL = 0.05;

  private final List<Observed> runs;

  private PastRuns(List<Observed> runs) {
    this.runs = runs;
  }

  /** A run and whether it was useful. */
  public record Observed(RepositoryId repository, List<PlannedStep> steps, boolean useful) {

    public Observed {
      steps = List.copyOf(steps);
    }

    /** {@return the run; empty if it has not ended, or a person ended it} */
    public static Optional<Observed> of(Run run, boolean useful) {
      RunStatus status = run.state().status();
      return status.isFinal() && status != RunStatus.CANCELLED
          ? Optional.of(new Observed(run.plan().repository(), run.plan().steps(), useful))
          : Optional.empty();
    }
  }

  public static PastRuns of(List<Observed> runs) {
    return new PastRuns(List.copyOf(runs));
  }

  public int size() {
    return runs.size();
  }

  /** {@return a step as some run had it, the newest run that is in front first} */
  Optional<PlannedStep> example(String step) {
    return examples(step).stream().findFirst();
  }

  /** {@return a step as some run had it, tried so often at most} */
  Optional<PlannedStep> example(String step, int attempts) {
    return examples(step).stream()
        .filter(found -> found.retry().maxAttempts() == attempts)
        .findFirst();
  }

  private List<PlannedStep> examples(String step) {
    return runs.stream()
        .flatMap(run -> run.steps().stream())
        .filter(found -> found.name().equals(step))
        .toList();
  }

  /** {@return what is known to stand before a step in some run} */
  List<String> before(String step) {
    return runs.stream()
        .map(run -> run.steps().stream().map(PlannedStep::name).toList())
        .filter(names -> names.contains(step))
        .findFirst()
        .map(names -> names.subList(0, names.indexOf(step)))
        .orElse(List.of());
  }

  /** {@return what these runs suggest, the strongest first; often nothing} */
  public List<Hypothesis> hypotheses() {
    List<Candidate> candidates = candidates();
    List<Double> adjusted =
        Holm.adjust(candidates.stream().map(each -> each.test().twoSided()).toList());
    return IntStream.range(0, candidates.size())
        .filter(i -> adjusted.get(i) <= LEVEL)
        .mapToObj(i -> candidates.get(i).hypothesis(adjusted.get(i)))
        .sorted(Comparator.comparingDouble(Hypothesis::adjustedPValue))
        .toList();
  }

  /** Patterns that the same runs have cannot be told apart, so the first stands for them all. */
  private List<Candidate> candidates() {
    Set<Pattern> patterns = new LinkedHashSet<>();
    runs.forEach(run -> patterns.addAll(Pattern.of(run.steps())));
    Set<List<Optional<Boolean>>> seen = new HashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Pattern pattern : patterns) {
      List<Optional<Boolean>> split = runs.stream().map(run -> pattern.in(run.steps())).toList();
      if (seen.add(split)) {
        candidates.add(candidate(pattern));
      }
    }
    candidates.removeIf(candidate -> candidate.test().smallestPValue() > LEVEL);
    return candidates;
  }

  private Candidate candidate(Pattern pattern) {
    List<StratifiedFisherTest.Table> strata =
        runs.stream().collect(groupingBy(Observed::repository)).values().stream()
            .map(stratum -> table(pattern, stratum))
            .toList();
    return new Candidate(pattern, strata, StratifiedFisherTest.of(strata));
  }

  private static StratifiedFisherTest.Table table(Pattern pattern, List<Observed> stratum) {
    return new StratifiedFisherTest.Table(
        count(pattern, stratum, true, true),
        count(pattern, stratum, true, false),
        count(pattern, stratum, false, true),
        count(pattern, stratum, false, false));
  }

  private static int count(Pattern pattern, List<Observed> stratum, boolean with, boolean useful) {
    return (int)
        stratum.stream()
            .filter(run -> run.useful() == useful)
            .filter(run -> pattern.in(run.steps()).equals(Optional.of(with)))
            .count();
  }

  private record Candidate(
      Pattern pattern, List<StratifiedFisherTest.Table> strata, StratifiedFisherTest test) {

    Hypothesis hypothesis(double adjustedPValue) {
      int usefulWith = strata.stream().mapToInt(StratifiedFisherTest.Table::usefulWith).sum();
      int otherWith = strata.stream().mapToInt(StratifiedFisherTest.Table::otherWith).sum();
      int usefulWithout = strata.stream().mapToInt(StratifiedFisherTest.Table::usefulWithout).sum();
      int otherWithout = strata.stream().mapToInt(StratifiedFisherTest.Table::otherWithout).sum();
      return new Hypothesis(
          pattern,
          test.isFavourable(),
          new Tally(usefulWith, usefulWith + otherWith),
          new Tally(usefulWithout, usefulWithout + otherWithout),
          adjustedPValue);
    }
  }
}
