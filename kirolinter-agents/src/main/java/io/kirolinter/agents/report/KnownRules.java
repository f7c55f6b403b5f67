package io.kirolinter.agents.report;

import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rules of a report: also those that only a finding tells of. */
final class KnownRules {

  private final SortedMap<RuleId, Rule> rules = new TreeMap<>();

  private KnownRules() {}

  static KnownRules of(ReportSource source) {
    KnownRules known = new KnownRules();
    source.rules().forEach(rule -> known.rules.put(rule.id(), rule));
    source
        .analysis()
        .findings()
        .forEach(one -> known.rules.computeIfAbsent(one.rule(), id -> told(one)));
    return known;
  }

  /** {@return the rules, ordered by id} */
  List<Rule> all() {
    return List.copyOf(rules.values());
  }

  private static Rule told(Finding finding) {
    return new Rule(
        finding.rule(),
        finding.rule().value(),
        "A rule of another analyzer.",
        finding.category(),
        finding.severity(),
        finding.fixLevel(),
        List.of());
  }
}
