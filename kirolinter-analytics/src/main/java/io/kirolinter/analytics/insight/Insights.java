package io.kirolinter.analytics.insight;

import io.kirolinter.analytics.quality.QualityAdvice;
import io.kirolinter.analytics.quality.QualityAnalytics;
import io.kirolinter.analytics.quality.QualityReport;
import io.kirolinter.analytics.quality.SeenFinding;
import io.kirolinter.analytics.trend.Trend;
import io.kirolinter.analytics.workflow.CommandText;
import io.kirolinter.analytics.workflow.Window;
import io.kirolinter.analytics.workflow.WorkflowAnalytics;
import io.kirolinter.analytics.workflow.WorkflowReport;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.history.FactsQuery;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.store.Stores;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads stores, and says what they tell. A hundred thousand runs take less than a second, as their
 * facts are read and not they themselves; of a few dozen runs the reviews are read as well.
 */
public final class Insights {

  private static final int MOST_RECENT = 12;

  /** To sort them out after each run would take longer than all the rest. */
  private static final int MOST_KEPT = 1_000;

  private final Stores stores;
  private final Window window;

  private Insights(Stores stores, Window window) {
    this.stores = stores;
    this.window = window;
  }

  /**
   * {@return what is known of one repository}
   *
   * @param location where it is, as on a command line, for commands that people are told
   * @throws StoreException if the stores cannot be reached
   */
  public static Insight of(Stores stores, RepositoryId repository, String location, Window window) {
    return new Insights(stores, window).of(Optional.of(repository), location);
  }

  /**
   * {@return what is known of the runs of all repositories together}
   *
   * @throws StoreException if the stores cannot be reached
   */
  public static Insight ofAll(Stores stores, Window window) {
    return new Insights(stores, window).of(Optional.empty(), ".");
  }

  private Insight of(Optional<RepositoryId> repository, String location) {
    WorkflowAnalytics analytics = new WorkflowAnalytics(location);
    QualityAnalytics quality = new QualityAnalytics();
    Deque<RunFacts> recent = new ArrayDeque<>();
    visit(
        repository,
        run -> {
          analytics.add(run);
          quality.add(run);
          keep(run, recent);
        });
    WorkflowReport workflows = analytics.report();
    Optional<QualityReport> code = repository.map(id -> quality.report(this::findings));
    String place = CommandText.quoted(location);
    return new Insight(
        repository,
        window,
        workflows.withMore(code.map(report -> QualityAdvice.on(report, place)).orElse(List.of())),
        code,
        Warning.of(trends(workflows, code), place),
        repository
            .map(id -> FixAcceptance.of(stores.memory(), id, window.until()))
            .orElseGet(FixAcceptance::unknown),
        Optional.empty(),
        newestFirst(recent));
  }

  private void visit(Optional<RepositoryId> repository, Consumer<RunFacts> visitor) {
    FactsQuery over = new FactsQuery(repository, window.from(), window.until());
    stores.facts().visit(over, visitor);
    RunQuery living = repository.map(RunQuery.living()::of).orElse(RunQuery.living());
    stores.journal().list(living).stream()
        .filter(this::isInWindow)
        .map(run -> RunFacts.of(run, List.of()))
        .forEach(visitor);
  }

  private boolean isInWindow(Run run) {
    return !run.plan().createdAt().isBefore(window.from())
        && run.plan().createdAt().isBefore(window.until());
  }

  /** Repositories come one after the other: the newest of each are among them. */
  private static void keep(RunFacts run, Deque<RunFacts> recent) {
    recent.addLast(run);
    if (recent.size() > MOST_KEPT) {
      List<RunFacts> newest = newestFirst(recent);
      recent.clear();
      recent.addAll(newest);
    }
  }

  private static List<RunFacts> newestFirst(Deque<RunFacts> recent) {
    List<RunFacts> sorted = new ArrayList<>(recent);
    sorted.sort(Comparator.comparing(RunFacts::createdAt).thenComparing(RunFacts::run));
    Collections.reverse(sorted);
    return sorted.stream().limit(MOST_RECENT).toList();
  }

  private Optional<List<SeenFinding>> findings(RunId run) {
    return stores.journal().artifacts(run).stream()
        .filter(made -> made.type().equals(ArtifactType.REVIEW.name()))
        .findFirst()
        .flatMap(made -> SeenFinding.ofReview(made.json()));
  }

  private static Stream<Trend> trends(WorkflowReport workflows, Optional<QualityReport> code) {
    return Stream.concat(
        workflows.trends().stream(), code.stream().flatMap(report -> report.trends().stream()));
  }
}
