package io.kirolinter.agents.rule;

import io.kirolinter.core.finding.Rule;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which rules a name in {@code @SuppressWarnings} means: ours, or that of another tool's rule
 * which is equal in meaning.
 */
final class SuppressionNames {

  private static final String OURS = "kirolinter";

  /** All that Sonar has ever called {@code S1068}; old names fill the number up with zeros. */
  private static final Pattern SONAR = Pattern.compile("(?:(?:java|squid|sonar):)?S0*(\\d+)");

  /** The names that compilers use, for those of our rules that mean the same. */
  private static final Map<String, Set<String>> COMPILERS =
      Map.of(
          "empty", Set.of("empty-statement"),
          "finally", Set.of("return-in-finally"),
          "overrides", Set.of("equals-without-hash-code"));

  private SuppressionNames() {}

  /** {@return whether the name silences the rule} */
  static boolean means(String name, Rule rule) {
    String id = rule.id().value();
    return name.equals("all")
        || name.equals(OURS)
        || name.equals(OURS + ":" + id)
        || (name.equals("unused") && id.startsWith("unused-"))
        || COMPILERS.getOrDefault(name, Set.of()).contains(id)
        || meansEquivalent(name, rule);
  }

  private static boolean meansEquivalent(String name, Rule rule) {
    Matcher sonar = SONAR.matcher(name);
    if (sonar.matches()) {
      return rule.tags().contains("sonar:S" + sonar.group(1));
    }
    if (name.equals("PMD")) {
      return rule.tags().stream().anyMatch(tag -> tag.startsWith("pmd:"));
    }
    return name.startsWith("PMD.")
        ? rule.tags().contains("pmd:" + name.substring("PMD.".length()))
        : rule.tags().contains("errorprone:" + name);
  }
}
