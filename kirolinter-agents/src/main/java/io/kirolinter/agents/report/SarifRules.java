package io.kirolinter.agents.report;

import com.google.common.collect.ImmutableMap;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of a report in SARIF's words, in the order of their ids. */
final class SarifRules {

  /** GitHub refuses more, and shows ten. */
  private static final int MOST_TAGS = 20;

  /** GitHub takes no longer short and full descriptions. */
  private static final int LONGEST_DESCRIPTION = 1024;

  static final Map<String, Object> TAXONOMY = ImmutableMap.of("name", "CWE", "index", 0);

  private static final Pattern WEAKNESS = Pattern.compile("cwe-(\\d+)");

  private final List<Rule> rules;
  private final Map<RuleId, Integer> indexes = new HashMap<>();
  private final SortedSet<Integer> weaknesses = new TreeSet<>();
  private final Function<RuleId, Optional<String>> pageOf;

  private SarifRules(List<Rule> rules, Function<RuleId, Optional<String>> pageOf) {
    this.rules = rules;
    this.pageOf = pageOf;
    for (Rule rule : rules) {
      indexes.put(rule.id(), indexes.size());
      weaknesses.addAll(weaknessesOf(rule));
    }
  }

  static SarifRules of(ReportSource source) {
    return new SarifRules(KnownRules.of(source).all(), source.pageOf());
  }

  int indexOf(Finding finding) {
    return indexes.getOrDefault(finding.rule(), -1);
  }

  /** {@return the numbers of all kinds of weaknesses that the rules are about} */
  SortedSet<Integer> weaknesses() {
    return weaknesses;
  }

  Map<String, Object> taxonomy() {
    List<Object> taxa =
        weaknesses.stream()
            .<Object>map(
                number ->
                    ImmutableMap.of(
                        "id",
                        "CWE-" + number,
                        "helpUri",
                        "https://cwe.mitre.org/data/definitions/" + number + ".html"))
            .toList();
    return ImmutableMap.of(
        "name", "CWE",
        "organization", "MITRE",
        "shortDescription", SarifReport.text("The Common Weakness Enumeration."),
        "informationUri", "https://cwe.mitre.org/",
        "taxa", taxa);
  }

  List<Object> descriptors() {
    return rules.stream().<Object>map(this::descriptor).toList();
  }

  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  private Map<String, Object> descriptor(Rule rule) {
    ImmutableMap.Builder<String, Object> descriptor = ImmutableMap.builder();
    descriptor.put("id", rule.id().value());
    descriptor.put("name", identifier(rule.id().value()));
    descriptor.put("shortDescription", description(rule.name()));
    descriptor.put("fullDescription", description(rule.description()));
    descriptor.put("help", help(rule));
    descriptor.put("defaultConfiguration", ImmutableMap.of("level", level(rule.severity())));
    Set<Integer> related = weaknessesOf(rule);
    if (!related.isEmpty()) {
      descriptor.put("relationships", related.stream().map(SarifRules::relationship).toList());
    }
    descriptor.put("properties", properties(rule));
    return descriptor.build();
  }

  private Map<String, Object> help(Rule rule) {
    String page =
        WholeText.of(
            pageOf
                .apply(rule.id())
                .orElse("# %s\n\n%s\n".formatted(rule.name(), rule.description())));
    return ImmutableMap.of("text", Markdown.withoutMarks(page), "markdown", page);
  }

  private static Map<String, Object> properties(Rule rule) {
    ImmutableMap.Builder<String, Object> properties = ImmutableMap.builder();
    properties.put("tags", tags(rule));
    properties.put("precision", "high");
    properties.put("problem.severity", problemSeverity(rule.severity()));
    if (rule.category() == Category.SECURITY) {
      properties.put("security-severity", securitySeverity(rule.severity()));
    }
    properties.put("category", rule.category().label());
    properties.put("severity", lower(rule.severity()));
    properties.put("fix", lower(rule.fixLevel()));
    return properties.build();
  }

  /** What services look for comes first, as they show only some. */
  private static List<String> tags(Rule rule) {
    Set<String> tags = new LinkedHashSet<>();
    tags.add(rule.category().label());
    weaknessesOf(rule).forEach(number -> tags.add("external/cwe/cwe-%03d".formatted(number)));
    if (rule.fixLevel() != FixLevel.NONE) {
      tags.add("fix-" + lower(rule.fixLevel()));
    }
    rule.tags().stream().filter(tag -> !WEAKNESS.matcher(tag).matches()).forEach(tags::add);
    return tags.stream().limit(MOST_TAGS).toList();
  }

  /** The middle of the stretches into which GitHub divides the numbers from 0 to 10. */
  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "2.0";
    };
  }

  private static String problemSeverity(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "recommendation";
    };
  }

  private static Object relationship(Integer weakness) {
    return ImmutableMap.of(
        "target",
        ImmutableMap.of("id", "CWE-" + weakness, "toolComponent", TAXONOMY),
        "kinds",
        List.of("superset"));
  }

  private static Set<Integer> weaknessesOf(Rule rule) {
    return rule.tags().stream()
        .map(WEAKNESS::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Object> description(String text) {
    return SarifReport.text(
        text.length() <= LONGEST_DESCRIPTION
            ? text
            : text.substring(0, LONGEST_DESCRIPTION - 1) + "…");
  }

  private static String identifier(String id) {
    List<String> parts = new ArrayList<>();
    for (String part : id.split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        parts.add(part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
      }
    }
    return String.join("", parts);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
