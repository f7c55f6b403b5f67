package io.kirolinter.analytics.quality;

import static java.util.stream.Collectors.toCollection;

import io.kirolinter.analytics.trend.Better;
import io.kirolinter.analytics.trend.Point;
import io.kirolinter.analytics.trend.Series;
import io.kirolinter.analytics.trend.Trend;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.history.ReviewFacts;
import io.kirolinter.core.history.RunFacts;
import io.kirolinter.core.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what runs of one repository found. Only runs are compared that looked at all lines of
 * the same code in the same way; of several such groups, that with the most reviews counts. Not
 * safe for use by several threads.
 */
public final class QualityAnalytics {

  /** A point for each would be more than anybody can look at. */
  private static final int MOST_POINTS = 30;

  /** Findings of all reviews that are read whole: some dozen megabytes of JSON. */
  private static final int MOST_FINDINGS = 20_000;

  private final Map<String, List<Seen>> byScope = new HashMap<>();

  /** Adds what a run found, if it did. */
  public void add(RunFacts run) {
    if (run.review().isPresent()
        && run.review().get().lines() > 0
        && run.status().isFinal()
        && !run.scope().isEmpty()) {
      byScope
          .computeIfAbsent(run.scope(), key -> new ArrayList<>())
          .add(new Seen(run.template(), run.run(), run.createdAt(), run.review().get()));
    }
  }

  /**
   * {@return what the runs say that were added so far}
   *
   * @param reviews reads the findings of a run; empty if they are not there any more
   */
  public QualityReport report(Function<RunId, Optional<List<SeenFinding>>> reviews) {
    List<Seen> compared = compared();
    List<QualityPoint> points = points(compared);
    ReviewComparison comparison = new ReviewComparison();
    for (QualityPoint point : affordable(points)) {
      reviews.apply(point.run()).ifPresent(findings -> comparison.add(point, findings));
    }
    return new QualityReport(
        List.copyOf(compared.stream().map(Seen::template).collect(toCollection(TreeSet::new))),
        compared.size(),
        points,
        comparison.changes(),
        trends(points),
        comparison.recurring(),
        comparison.files(),
        note(points, comparison));
  }

  private List<Seen> compared() {
    List<Seen> most =
        byScope.values().stream()
            .max(
                Comparator.comparing((List<Seen> group) -> group.size())
                    .thenComparing(group -> group.get(group.size() - 1).at()))
            .orElse(List.of());
    List<Seen> sorted = new ArrayList<>(most);
    sorted.sort(Comparator.comparing(Seen::at));
    return sorted;
  }

  /** The last of each of many parts of the time. */
  private static List<QualityPoint> points(List<Seen> seen) {
    if (seen.isEmpty()) {
      return List.of();
    }
    long first = seen.get(0).at().toEpochMilli();
    long span = seen.get(seen.size() - 1).at().toEpochMilli() - first + 1;
    Map<Long, Seen> last = new TreeMap<>();
    for (Seen one : seen) {
      last.put((one.at().toEpochMilli() - first) * MOST_POINTS / span, one);
    }
    return last.values().stream().map(Seen::point).toList();
  }

  /** Evenly over the time, the newest always. */
  private static List<QualityPoint> affordable(List<QualityPoint> points) {
    for (int step = 1; step < points.size(); step++) {
      List<QualityPoint> some = everyNthFromTheEnd(points, step);
      if (some.stream().mapToLong(QualityPoint::total).sum() <= MOST_FINDINGS) {
        return some;
      }
    }
    return points.isEmpty() ? List.of() : List.of(points.get(points.size() - 1));
  }

  private static List<QualityPoint> everyNthFromTheEnd(List<QualityPoint> points, int n) {
    List<QualityPoint> some = new ArrayList<>();
    for (int i = (points.size() - 1) % n; i < points.size(); i += n) {
      some.add(points.get(i));
    }
    return some;
  }

  private static List<Trend> trends(List<QualityPoint> points) {
    return Trend.of(
        List.of(
            series("findings", points, Severity.LOW),
            series("urgent findings", points, Severity.HIGH)));
  }

  private static Series series(String metric, List<QualityPoint> points, Severity least) {
    return new Series(
        metric,
        least == Severity.LOW ? "in 1,000 lines" : "high or critical, in 1,000 lines",
        Better.LOWER,
        points.stream().map(point -> new Point(point.at(), point.perThousand(least))).toList());
  }

  private static Optional<String> note(List<QualityPoint> points, ReviewComparison comparison) {
    if (points.isEmpty()) {
      return Optional.of("not enough data: no review of all lines, 2 needed to compare");
    }
    if (comparison.size() < points.size() && comparison.size() > 1) {
      return Optional.of(
          "findings were followed through %d of %d reviews: the others are too large, or cannot be read"
              .formatted(comparison.size(), points.size()));
    }
    return comparison.size() > 1
        ? Optional.empty()
        : Optional.of(
            "not enough data: %d review to follow findings through, 2 needed"
                .formatted(comparison.size()));
  }

  /** A run of which a point can be made: of most, none is. */
  private record Seen(String template, RunId run, Instant at, ReviewFacts review) {

    QualityPoint point() {
      return QualityPoint.of(run, at, review);
    }
  }
}
