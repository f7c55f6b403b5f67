package io.kirolinter.analytics.quality;

import io.kirolinter.analytics.trend.Trend;
import java.util.List;
import java.util.Optional;

/**
 * How the code did over time.
 *
 * @param templates whose runs looked at the same code in the same way, so that they are compared
 * @param reviews how many reviews these runs have made
 * @param points the last review of each part of the time, the oldest first
 * @param changes from one review that was read to the next
 * @param trends of findings in 1,000 lines
 * @param recurring rules that are broken anew again and again, the worst first
 * @param files with findings, those with the most urgent first
 * @param note what is missing, for people; empty if nothing is
 */
public record QualityReport(
    List<String> templates,
    int reviews,
    List<QualityPoint> points,
    List<Change> changes,
    List<Trend> trends,
    List<RecurringRule> recurring,
    List<HotFile> files,
    Optional<String> note) {

  public QualityReport {
    templates = List.copyOf(templates);
    points = List.copyOf(points);
    changes = List.copyOf(changes);
    trends = List.copyOf(trends);
    recurring = List.copyOf(recurring);
    files = List.copyOf(files);
  }
}
