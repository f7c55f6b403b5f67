package io.kirolinter.agents.sarif;

import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules of a file are to us: their ids, categories and severities. */
final class SarifRules {

  private static final Pattern CWE = Pattern.compile("(?i)cwe[-:/ ]?0*(\\d{1,5})");
  private static final Pattern PRIVATE_WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\\-./]+");

  private static final Set<String> CORRECTNESS =
      Set.of(
          "correctness",
          "reliability",
          "bug",
          "error",
          "error prone",
          "mt_correctness",
          "multithreading");
  private static final Set<String> SMELL =
      Set.of(
          "maintainability",
          "style",
          "readability",
          "bad_practice",
          "code style",
          "best practices",
          "design",
          "documentation");

  private final Map<RuleId, Rule> rules = new TreeMap<>();
  private final Map<SarifResult, RuleId> ids = new HashMap<>();

  private SarifRules() {}

  static SarifRules of(List<SarifRun> runs) {
    SarifRules all = new SarifRules();
    runs.forEach(run -> run.results.forEach(result -> all.add(run, result)));
    return all;
  }

  /** {@return the rules that have results, ordered by id} */
  List<Rule> all() {
    return List.copyOf(rules.values());
  }

  Rule ruleOf(SarifResult result) {
    return Optional.ofNullable(ids.get(result))
        .map(rules::get)
        .orElseThrow(() -> new IllegalArgumentException("a result of another file"));
  }

  /** {@return how bad a result is: by its figure for security, else by its level} */
  static Severity severityOf(SarifRun run, SarifResult result) {
    Optional<SarifRule> rule = run.ruleOf(result);
    return result
        .securitySeverity
        .or(() -> rule.flatMap(known -> known.securitySeverity))
        .flatMap(SarifRules::ofFigure)
        .orElseGet(() -> ofLevel(result.level.or(() -> rule.flatMap(known -> known.level))));
  }

  private void add(SarifRun run, SarifResult result) {
    Optional<SarifRule> known = run.ruleOf(result);
    String name = nameOf(known, result);
    RuleId id = RuleId.foreign(run.tool(), name);
    ids.put(result, id);
    if (!rules.containsKey(id)
        || !rules.get(id).tags().containsAll(cwesOf(tagsOf(known, result)))) {
      rules.put(id, about(id, name, known, run, result));
    }
  }

  private static String nameOf(Optional<SarifRule> rule, SarifResult result) {
    return Stream.of(
            rule.map(known -> known.id).orElse(""),
            result.ruleId,
            rule.map(known -> known.name).orElse(""))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("unnamed");
  }

  private Rule about(
      RuleId id, String name, Optional<SarifRule> known, SarifRun run, SarifResult result) {
    Severity severity = severityOf(run, result);
    Set<String> cwes = new TreeSet<>(cwesOf(tagsOf(known, result)));
    cwes.addAll(rules.containsKey(id) ? rules.get(id).tags() : List.of());
    return new Rule(
        id,
        phrase(known.map(rule -> rule.name).filter(text -> !text.isBlank()).orElse(name)),
        sentence(known, name),
        categoryOf(known, result, severity),
        severity,
        FixLevel.NONE,
        List.copyOf(cwes));
  }

  private static List<String> tagsOf(Optional<SarifRule> rule, SarifResult result) {
    List<String> tags = new ArrayList<>(result.tags);
    rule.ifPresent(known -> tags.addAll(known.tags));
    return tags;
  }

  private static Set<String> cwesOf(List<String> tags) {
    return tags.stream()
        .map(CWE::matcher)
        .filter(Matcher::find)
        .map(found -> "cwe-" + found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * A weakness number alone says security; of a rule that calls itself something else, it does not.
   */
  private static Category categoryOf(
      Optional<SarifRule> rule, SarifResult result, Severity severity) {
    Set<String> words =
        tagsOf(rule, result).stream()
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    boolean rated = rule.flatMap(known -> known.securitySeverity).isPresent();
    if (rated || words.contains("security") || result.securitySeverity.isPresent()) {
      return Category.SECURITY;
    }
    if (words.stream().anyMatch(CORRECTNESS::contains)) {
      return Category.CORRECTNESS;
    }
    if (words.contains("performance")) {
      return Category.PERFORMANCE;
    }
    if (words.stream().anyMatch(SMELL::contains)) {
      return Category.CODE_SMELL;
    }
    return byDefault(words, severity);
  }

  private static Category byDefault(Set<String> words, Severity severity) {
    if (!cwesOf(List.copyOf(words)).isEmpty()) {
      return Category.SECURITY;
    }
    return severity.isAtLeast(Severity.HIGH) ? Category.CORRECTNESS : Category.CODE_SMELL;
  }

  /** The bounds are those of CVSS, which the figure follows. */
  private static Optional<Severity> ofFigure(String text) {
    if (!text.matches("\\d{1,2}(\\.\\d{1,3})?")) {
      return Optional.empty();
    }
    double figure = Double.parseDouble(text);
    if (figure >= 9) {
      return Optional.of(Severity.CRITICAL);
    }
    return Optional.of(figure >= 7 ? Severity.HIGH : figure >= 4 ? Severity.MEDIUM : Severity.LOW);
  }

  private static Severity ofLevel(Optional<String> level) {
    return switch (level.orElse("warning")) {
      case "error" -> Severity.HIGH;
      case "note", "none" -> Severity.LOW;
      default -> Severity.MEDIUM;
    };
  }

  private static String phrase(String name) {
    String words = PRIVATE_WORDS.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    String phrase = words.isEmpty() ? "unnamed rule" : words;
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }

  private static String sentence(Optional<SarifRule> rule, String name) {
    String text =
        rule.map(known -> known.shortText.isBlank() ? known.fullText : known.shortText).orElse("");
    String line = text.strip().replaceAll("\\s+", " ");
    String known = line.isEmpty() ? "Reported by the tool as " + name : line;
    return known.endsWith(".") ? known : known + ".";
  }
}
