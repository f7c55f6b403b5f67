package io.kirolinter.agents.pmd;

import java.util.List;
import java.util.Optional;
import net.sourceforge.pmd.lang.rule.Rule;
import net.sourceforge.pmd.lang.rule.RuleSet;

/**
 * Lets {@code @SuppressWarnings("kirolinter:pmd/CloseResource")} hide what PMD's rule reports, like
 * PMD's own {@code "PMD.CloseResource"} does.
 */
final class Suppression {

  private static final String AROUND =
      """
      (ancestor-or-self::*/ModifierList | ancestor-or-self::*/preceding-sibling::ModifierList)
        /Annotation[@SimpleName = 'SuppressWarnings']
        //StringLiteral[@ConstValue = ('kirolinter', 'kirolinter:all', 'kirolinter:%s')]
      """;

  private Suppression() {}

  /** {@return the same rule sets, whose rules now know our annotation} */
  static List<RuleSet> ours(List<RuleSet> sets) {
    sets.stream().flatMap(set -> set.getRules().stream()).forEach(Suppression::teach);
    return sets;
  }

  /** A condition that the rule set itself brings stays as it is. */
  private static void teach(Rule rule) {
    if (rule.getProperty(Rule.VIOLATION_SUPPRESS_XPATH_DESCRIPTOR).isEmpty()) {
      String id = Naming.idOf(rule.getName()).value().replace("'", "''");
      rule.setProperty(Rule.VIOLATION_SUPPRESS_XPATH_DESCRIPTOR, Optional.of(AROUND.formatted(id)));
    }
  }
}
