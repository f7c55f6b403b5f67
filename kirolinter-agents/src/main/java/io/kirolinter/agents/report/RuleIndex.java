package io.kirolinter.agents.report;

import static java.util.Comparator.comparing;

import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that found something: the worst first, then those with the most findings. */
final class RuleIndex {

  private final List<Rule> rules;
  private final Multiset<RuleId> counts = TreeMultiset.create();
  private final Map<RuleId, Integer> numbers = new HashMap<>();

  private RuleIndex(List<Rule> known, List<Finding> findings) {
    findings.forEach(finding -> counts.add(finding.rule()));
    rules =
        known.stream()
            .filter(rule -> counts.contains(rule.id()))
            .sorted(
                comparing(Rule::severity, Collections.reverseOrder())
                    .thenComparing(rule -> -counts.count(rule.id()))
                    .thenComparing(Rule::id))
            .toList();
    rules.forEach(rule -> numbers.put(rule.id(), numbers.size() + 1));
  }

  static RuleIndex of(ReportSource source) {
    return new RuleIndex(KnownRules.of(source).all(), source.analysis().findings());
  }

  List<Rule> rules() {
    return rules;
  }

  int count(Rule rule) {
    return counts.count(rule.id());
  }

  /** {@return the name of the place in the page that explains the rule} */
  String anchor(RuleId rule) {
    return "rule-" + numbers.get(rule);
  }
}
