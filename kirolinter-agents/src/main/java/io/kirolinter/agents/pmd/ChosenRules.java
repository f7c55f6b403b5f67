package io.kirolinter.agents.pmd;

import com.google.common.base.Suppliers;
import com.google.common.hash.Hashing;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.sourceforge.pmd.lang.rule.RulePriority;
import net.sourceforge.pmd.lang.rule.RuleSet;

/**
 * Rules that a user chose. Those of our table are what it says; of others, PMD's category and
 * priority tell what they are.
 */
final class ChosenRules implements PmdRules {

  private final List<String> names;
  private final Supplier<Map<String, Rule>> known = Suppliers.memoize(ChosenRules::table);
  private final Supplier<List<net.sourceforge.pmd.lang.rule.Rule>> rules;

  ChosenRules(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("choose at least one rule set");
    }
    this.names = List.copyOf(names);
    this.rules = Suppliers.memoize(() -> rulesOf(RuleSets.load(this.names)));
  }

  @Override
  public List<Rule> about() {
    Map<String, Rule> byName = new TreeMap<>();
    rules.get().forEach(rule -> byName.put(rule.getName(), about(rule)));
    return byName.values().stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  /** Rests on what was loaded, so that an edit of a file that is only referred to counts too. */
  @Override
  public String version() {
    String all =
        rules.get().stream().map(ChosenRules::settings).sorted().collect(Collectors.joining("\n"));
    return Hashing.sha256().hashString(all, StandardCharsets.UTF_8).toString().substring(0, 16);
  }

  @Override
  public List<RuleSet> load(Scope scope) {
    List<RuleSet> sets = RuleSets.load(names);
    return sets.stream().map(set -> only(set, scope)).toList();
  }

  private RuleSet only(RuleSet set, Scope scope) {
    return RuleSet.create(
        set.getName(),
        set.getDescription(),
        set.getFileName(),
        set.getFileExclusions(),
        set.getFileInclusions(),
        set.getRules().stream().filter(rule -> scope.includes(about(rule))).toList());
  }

  private static List<net.sourceforge.pmd.lang.rule.Rule> rulesOf(List<RuleSet> sets) {
    return sets.stream().flatMap(set -> set.getRules().stream()).toList();
  }

  private static Map<String, Rule> table() {
    Map<String, Rule> byId = new HashMap<>();
    new BundledRules().about().forEach(rule -> byId.put(rule.id().value(), rule));
    return byId;
  }

  private Rule about(net.sourceforge.pmd.lang.rule.Rule rule) {
    Rule ours = known.get().get(Naming.idOf(rule.getName()).value());
    Category category = categoryOf(rule.getRuleSetName());
    return ours != null
        ? ours
        : new Rule(
            Naming.idOf(rule.getName()),
            Naming.phraseOf(rule.getName()),
            sentence(rule.getMessage()),
            category,
            severityOf(rule.getPriority(), category),
            FixLevel.NONE,
            List.of());
  }

  private static Category categoryOf(String ruleSet) {
    return switch (ruleSet.toLowerCase(Locale.ROOT)) {
      case "error prone", "multithreading" -> Category.CORRECTNESS;
      case "performance" -> Category.PERFORMANCE;
      case "security" -> Category.SECURITY;
      default -> Category.CODE_SMELL;
    };
  }

  /** PMD gives its highest priority to names of classes: a smell is never high. */
  private static Severity severityOf(RulePriority priority, Category category) {
    boolean smell = category == Category.CODE_SMELL;
    return switch (priority) {
      case HIGH -> smell ? Severity.MEDIUM : Severity.HIGH;
      case MEDIUM_HIGH -> Severity.MEDIUM;
      case MEDIUM -> smell ? Severity.LOW : Severity.MEDIUM;
      case MEDIUM_LOW, LOW -> Severity.LOW;
    };
  }

  private static String sentence(String message) {
    String text = message.strip().replaceAll("\\s+", " ");
    return text.endsWith(".") ? text : text + ".";
  }

  private static String settings(net.sourceforge.pmd.lang.rule.Rule rule) {
    String properties =
        rule.getPropertyDescriptors().stream()
            .map(one -> one.name() + "=" + rule.getProperty(one))
            .sorted()
            .collect(Collectors.joining(","));
    return rule.getName()
        + rule.getRuleClass()
        + rule.getPriority()
        + rule.getMessage()
        + properties;
  }
}
