package io.kirolinter.analytics.evolution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Looks in the history of runs for a step list that is worth an experiment.
 *
 * <p>Runs are grouped by the steps they were planned with, not by those that completed, and failed
 * runs count: a list that fails half the time does not look good by its better half. The group with
 * the most findings removed per run is the challenger; of equals, the one that succeeded most
 * often. This is a hypothesis and no proof, for the runs were on different code at different times:
 * a challenger replaces nothing before it has won an {@link
 * io.kirolinter.analytics.experiment.Experiment experiment}.
 */
public final class TemplateEvolution {

  /** One success may be luck; a second shows that the first can be repeated. */
  private static final int FEWEST_SUCCESSES = 2;

  private TemplateEvolution() {}

  /**
   * {@return the challenger from these runs, with the useful work of each as the function tells}
   */
  public static Evolution challengerFrom(Collection<Run> runs, ToIntFunction<Run> findingsRemoved) {
    return challengerFrom(
        runs.stream().map(run -> new Past(run, findingsRemoved.applyAsInt(run))).toList());
  }

  /**
   * {@return the challenger from these runs, or why there is none}
   *
   * @param history in any order; living and cancelled runs are passed over
   */
  public static Evolution challengerFrom(Collection<Past> history) {
    List<Past> ended = history.stream().filter(TemplateEvolution::counts).toList();
    return groups(ended).stream()
        .filter(group -> group.succeeded() >= FEWEST_SUCCESSES)
        .min(
            Comparator.comparingDouble((Group group) -> -group.findingsRemovedPerRun())
                .thenComparing(group -> -group.succeeded())
                .thenComparing(group -> String.join(" ", group.steps())))
        .<Evolution>map(best -> challenger(best, champion(ended)))
        .orElseGet(() -> notEnough(ended));
  }

  private static Evolution challenger(Group best, Run champion) {
    String name = champion.plan().template();
    List<String> templates = best.templates();
    return new Evolution.Challenger(
        best.steps(),
        templates,
        name,
        best.runs().size(),
        best.succeeded(),
        best.findingsRemovedPerRun(),
        best.evidence(),
        "a history is no experiment: it replaces '%s' only after winning a paired comparison"
            .formatted(name),
        templates.contains(name) ? Optional.empty() : Optional.of(command(champion, templates)));
  }

  private static String command(Run champion, List<String> templates) {
    return "kirolinter agent ab-test --template-a %s --template-b %s --runs 30"
        .formatted(champion.plan().template(), templates.get(0));
  }

  private static Evolution notEnough(List<Past> ended) {
    return new Evolution.NotEnoughData(
        "not enough data: no step list succeeded %d times in %d ended runs"
            .formatted(FEWEST_SUCCESSES, ended.size()));
  }

  private static boolean counts(Past facts) {
    RunStatus status = facts.run().state().status();
    return status.isFinal() && status != RunStatus.CANCELLED;
  }

  /** A run and its useful work. */
  public record Past(Run run, int findingsRemoved) {}

  /** A run of the template that ran most. */
  private static Run champion(List<Past> ended) {
    Map<String, List<Past>> byTemplate =
        ended.stream().collect(groupingBy(f -> f.run().plan().template(), TreeMap::new, toList()));
    return byTemplate.values().stream()
        .max(Comparator.comparingInt(List::size))
        .orElseThrow()
        .get(0)
        .run();
  }

  private static List<Group> groups(List<Past> ended) {
    return ended.stream().collect(groupingBy(facts -> stepNames(facts.run()))).entrySet().stream()
        .map(e -> new Group(e.getKey(), e.getValue()))
        .toList();
  }

  private static List<String> stepNames(Run run) {
    return run.plan().steps().stream().map(PlannedStep::name).toList();
  }

  private record Group(List<String> steps, List<Past> runs) {

    int succeeded() {
      return (int)
          runs.stream().filter(f -> f.run().state().status() == RunStatus.SUCCEEDED).count();
    }

    double findingsRemovedPerRun() {
      return runs.stream().mapToInt(Past::findingsRemoved).average().orElse(0);
    }

    List<String> templates() {
      return runs.stream().map(f -> f.run().plan().template()).distinct().sorted().toList();
    }

    String evidence() {
      return String.format(
          Locale.ROOT,
          "%s: %d of %d runs succeeded, %.1f findings removed per run",
          String.join(", ", steps),
          succeeded(),
          runs.size(),
          findingsRemovedPerRun());
    }
  }
}
