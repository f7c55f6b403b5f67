package io.kirolinter.analytics.quality;

import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows findings through reviews, by their fingerprints. */
final class ReviewComparison {

  private static final int MOST_FILES = 20;
  private static final int MOST_RULES = 10;

  private final List<Change> changes = new ArrayList<>();
  private final Map<RuleId, Fresh> freshByRule = new HashMap<>();
  private final Set<Fingerprint> ever = new HashSet<>();
  private Map<Fingerprint, SeenFinding> newest = Map.of();
  private int size;

  /** Adds the next review in the order of time. */
  void add(QualityPoint point, List<SeenFinding> findings) {
    Map<Fingerprint, SeenFinding> next = new LinkedHashMap<>();
    findings.forEach(finding -> next.put(finding.fingerprint(), finding));
    if (size > 0) {
      compare(point, next);
    }
    ever.addAll(next.keySet());
    newest = next;
    size++;
  }

  private void compare(QualityPoint point, Map<Fingerprint, SeenFinding> next) {
    List<SeenFinding> fresh = new ArrayList<>();
    int reopened = 0;
    for (SeenFinding finding : next.values()) {
      if (!ever.contains(finding.fingerprint())) {
        fresh.add(finding);
      } else if (!newest.containsKey(finding.fingerprint())) {
        reopened++;
      }
    }
    int fixed = (int) newest.keySet().stream().filter(known -> !next.containsKey(known)).count();
    changes.add(new Change(point.run(), point.at(), fresh.size(), fixed, reopened));
    Set<RuleId> rules = new HashSet<>();
    for (SeenFinding finding : fresh) {
      Fresh ofRule = freshByRule.computeIfAbsent(finding.rule(), rule -> new Fresh());
      ofRule.findings++;
      ofRule.files.add(finding.path());
      ofRule.changes += rules.add(finding.rule()) ? 1 : 0;
    }
  }

  /** How many reviews were added. */
  int size() {
    return size;
  }

  List<Change> changes() {
    return changes;
  }

  /** Those broken anew in two changes or more, that with the most such changes first. */
  List<RecurringRule> recurring() {
    return freshByRule.entrySet().stream()
        .filter(entry -> entry.getValue().changes > 1)
        .map(entry -> recurring(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((RecurringRule rule) -> -rule.changes().successes())
                .thenComparing(rule -> -rule.fresh())
                .thenComparing(RecurringRule::rule))
        .limit(MOST_RULES)
        .toList();
  }

  private RecurringRule recurring(RuleId rule, Fresh fresh) {
    int now = (int) newest.values().stream().filter(found -> found.rule().equals(rule)).count();
    return new RecurringRule(
        rule,
        now,
        fresh.findings,
        fresh.files.size(),
        Proportion.wilson(fresh.changes, changes.size()));
  }

  /** Those with the most findings of the highest severity first. */
  List<HotFile> files() {
    Map<SourcePath, Map<Severity, Integer>> files = new HashMap<>();
    for (SeenFinding finding : newest.values()) {
      files
          .computeIfAbsent(finding.path(), path -> new EnumMap<>(Severity.class))
          .merge(finding.severity(), 1, Integer::sum);
    }
    return files.entrySet().stream()
        .map(entry -> new HotFile(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((HotFile file) -> -urgency(file.findings().entrySet()))
                .thenComparing(file -> file.path().value()))
        .limit(MOST_FILES)
        .toList();
  }

  /** A finding counts three of the severity below. */
  private static long urgency(Collection<Map.Entry<Severity, Integer>> findings) {
    return findings.stream().mapToLong(entry -> entry.getValue() * weight(entry.getKey())).sum();
  }

  private static long weight(Severity severity) {
    return switch (severity) {
      case LOW -> 1;
      case MEDIUM -> 3;
      case HIGH -> 9;
      case CRITICAL -> 27;
    };
  }

  private static final class Fresh {
    private final Set<SourcePath> files = new HashSet<>();
    private int findings;
    private int changes;
  }
}
