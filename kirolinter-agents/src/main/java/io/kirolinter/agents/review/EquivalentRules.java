package io.kirolinter.agents.review;

import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules of different analyzers mean the same. Our rules say so by their tags, such as {@code
 * pmd:EmptyCatchBlock}; two foreign rules are the same if one of ours names both.
 */
final class EquivalentRules {

  private final Map<RuleId, Set<String>> names = new HashMap<>();
  private final Map<RuleId, Set<String>> weaknesses = new HashMap<>();

  private EquivalentRules() {}

  static EquivalentRules of(Collection<Rule> rules) {
    EquivalentRules all = new EquivalentRules();
    Map<String, List<Rule>> ours = new HashMap<>();
    rules.stream().filter(rule -> isOurs(rule.id())).forEach(rule -> index(rule, ours));
    rules.forEach(rule -> all.add(rule, ours));
    return all;
  }

  private static void index(Rule rule, Map<String, List<Rule>> ours) {
    namesIn(rule).forEach(name -> ours.computeIfAbsent(name, any -> new ArrayList<>()).add(rule));
  }

  private void add(Rule rule, Map<String, List<Rule>> ours) {
    Set<String> all = new HashSet<>(namesIn(rule));
    String own = nameOf(rule.id());
    all.add(own);
    if (!isOurs(rule.id())) {
      ours.getOrDefault(own, List.of()).forEach(one -> all.addAll(namesIn(one)));
    }
    names.put(rule.id(), all);
    weaknesses.put(
        rule.id(),
        rule.tags().stream()
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .filter(tag -> tag.startsWith("cwe-"))
            .collect(Collectors.toSet()));
  }

  boolean same(RuleId one, RuleId other) {
    return one.equals(other) || share(names, one, other);
  }

  /** {@return whether both rules name a common entry of the CWE} */
  boolean shareWeakness(RuleId one, RuleId other) {
    return share(weaknesses, one, other);
  }

  private static boolean share(Map<RuleId, Set<String>> known, RuleId one, RuleId other) {
    return !Collections.disjoint(
        known.getOrDefault(one, Set.of()), known.getOrDefault(other, Set.of()));
  }

  private static boolean isOurs(RuleId rule) {
    return rule.value().indexOf('/') < 0;
  }

  /** {@return the tags of the form {@code tool:Name}} */
  private static Set<String> namesIn(Rule rule) {
    return rule.tags().stream()
        .filter(tag -> tag.indexOf(':') > 0)
        .map(tag -> tag.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** {@return {@code sonar:s1128} for {@code sonarqube/java:S1128}} */
  private static String nameOf(RuleId rule) {
    int slash = rule.value().indexOf('/');
    if (slash < 0) {
      return rule.value();
    }
    String tool = rule.value().substring(0, slash).replace("-", "");
    String name = rule.value().substring(slash + 1).toLowerCase(Locale.ROOT);
    return tool.startsWith("sonar")
        ? "sonar:" + name.substring(name.lastIndexOf(':') + 1)
        : tool + ":" + name;
  }
}
