package io.kirolinter.analytics.trend;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * A metric over time.
 *
 * @param metric for people, such as {@code success rate}
 * @param unit of its values, for people
 * @param points in the order of their time
 */
public record Series(String metric, String unit, Better better, List<Point> points) {

  public Series {
    requireNonNull(metric, "metric");
    requireNonNull(unit, "unit");
    requireNonNull(better, "better");
    points = points.stream().sorted(Comparator.comparing(Point::at)).toList();
  }
}
