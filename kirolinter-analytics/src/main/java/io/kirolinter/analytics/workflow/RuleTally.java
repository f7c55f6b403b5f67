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

  private final Map<String, OfRule> rules = new HashMap<>();

  void add(RunFacts run) {
    if (!run.fixes().isEmpty()) {
      boolean kept = run.keepsItsFixes();
      run.fixes()
          .forEach(
              (rule, fixes) ->
                  rules.computeIfAbsent(rule.value(), key -> new OfRule(rule)).add(fixes, kept));
    }
  }

  /** The rules, that with the most findings removed first. */
  List<RuleReport> reports() {
    return rules.values().stream()
        .map(OfRule::report)
        .sorted(
            Comparator.comparing(RuleReport::removed).reversed().thenComparing(RuleReport::rule))
        .toList();
  }

  private static final class OfRule {

    private final RuleId rule;
    private int applied;
    private int dropped;
    private int removed;
    private int runs;

    OfRule(RuleId rule) {
      this.rule = rule;
    }

    void add(FixFacts fixes, boolean kept) {
      applied += fixes.applied();
      dropped += fixes.dropped();
      removed += kept ? fixes.applied() : 0;
      runs++;
    }

    RuleReport report() {
      return new RuleReport(rule, removed, runs, Proportion.wilson(applied, applied + dropped));
    }
  }
}
