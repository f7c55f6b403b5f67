package io.kirolinter.agents.fix.file;

import io.kirolinter.agents.fix.change.EditChain;
import io.kirolinter.agents.review.JavaChecker;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.syntax.JavaParser;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.source.SourcePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The rules that fixes come from and that look at the result. Safe for use by many threads. */
public final class FixRules {

  /** Its turn comes last, as the fixes of others leave imports without use. */
  private static final RuleId LAST = RuleId.of("unused-import");

  private final JavaChecker checker;
  private final List<Rule> inOrder;

  private FixRules(JavaChecker checker, List<Rule> inOrder) {
    this.checker = checker;
    this.inOrder = inOrder;
  }

  public static FixRules of(Collection<JavaRule> rules) {
    List<Rule> order =
        rules.stream()
            .map(JavaRule::about)
            .sorted(Comparator.comparing((Rule r) -> r.id().equals(LAST)).thenComparing(Rule::id))
            .toList();
    return new FixRules(JavaChecker.of(rules), order);
  }

  /** {@return the rules in the order in which their fixes are applied} */
  public List<Rule> inOrder() {
    return inOrder;
  }

  FileVersion check(SourcePath path, EditChain chain, JavaParser parser) {
    SyntaxTree tree = parser.parse(path, chain.text());
    return FileVersion.of(chain, tree, checker.check(tree));
  }
}
