package io.kirolinter.agents.pmd;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Rule;
import java.util.List;
import net.sourceforge.pmd.lang.rule.RuleSet;

/** Which rules of PMD are asked, and what they are to us. Safe for use by many threads. */
interface PmdRules {

  /** {@return the rules, ordered by id} */
  List<Rule> about();

  /** {@return a text that changes with the rules} */
  String version();

  /** {@return the rules of this scope as PMD runs them: new ones, as a run changes them} */
  List<RuleSet> load(Scope scope);
}
