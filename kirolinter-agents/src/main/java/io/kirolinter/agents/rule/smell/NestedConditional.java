package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
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

/** A conditional expression as a value of another one. */
public final class NestedConditional implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("nested-conditional"),
          "Nested conditional expression",
          "Which value belongs to which condition has to be worked out by the reader.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.NONE,
          List.of("sonar:S3358"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CONDITIONAL_EXPRESSION);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean nested =
        context.parent().filter(ConditionalExpressionTree.class::isInstance).isPresent()
            || (context.parent().filter(ParenthesizedTree.class::isInstance).isPresent()
                && context
                    .ancestor(2)
                    .filter(ConditionalExpressionTree.class::isInstance)
                    .isPresent());
    if (nested) {
      context.report(tree, "take the inner conditional out");
    }
  }
}
