package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** A switch statement over numbers, chars or strings that has no {@code default}. */
public final class SwitchWithoutDefault implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("switch-without-default"),
          "Switch without default",
          "A value that no case foresees passes without notice.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.NONE,
          List.of("sonar:S131", "pmd:NonExhaustiveSwitch", "errorprone:MissingDefault"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.SWITCH);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    List<? extends CaseTree> cases = ((SwitchTree) tree).getCases();
    boolean open = !cases.isEmpty() && cases.stream().allMatch(SwitchWithoutDefault::hasLiteral);
    if (open) {
      int start = context.file().start(tree);
      context.report(
          start, start + "switch".length(), "no case of the switch takes the other values");
    }
  }

  /** Names may be the constants of an enum, and then all of them may be there. */
  private static boolean hasLiteral(CaseTree one) {
    return !one.getExpressions().isEmpty()
        && one.getExpressions().stream().allMatch(LiteralTree.class::isInstance);
  }
}
