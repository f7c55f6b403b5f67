package io.kirolinter.analytics.workflow;

import io.kirolinter.analytics.statistics.Proportion;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.history.FixFacts;
import io.kirolinter.core.history.RunFacts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what was done about the findings of each rule. */
final class RuleTally {

  private final Map<RuleId, FixFacts> tried = new HashMap<>();
  private final Map<RuleId, Integer> removed = new HashMap<>();
  private final Map<RuleId, Integer> runs = new HashMap<>();

  void add(RunFacts run) {
    run.fixes()
        .forEach(
            (rule, fixes) -> {
              tried.merge(rule, fixes, FixFacts::plus);
              runs.merge(rule, 1, Integer::sum);
              removed.merge(rule, run.keepsItsFixes() ? fixes.applied() : 0, Integer::sum);
            });
  }

  /** The rules, that with the most findings removed first. */
  List<RuleReport> reports() {
    return tried.entrySet().stream()
        .map(entry -> report(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(RuleReport::removed).reversed().thenComparing(RuleReport::rule))
        .toList();
  }

  private RuleReport report(RuleId rule, FixFacts fixes) {
    return new RuleReport(
        rule,
        removed.getOrDefault(rule, 0),
        runs.getOrDefault(rule, 0),
        Proportion.wilson(fixes.applied(), fixes.applied() + fixes.dropped()));
  }
}
