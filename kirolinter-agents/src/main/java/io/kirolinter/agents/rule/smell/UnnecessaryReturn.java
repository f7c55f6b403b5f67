package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** A {@code return} without value as the last statement of a method or constructor. */
public final class UnnecessaryReturn implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unnecessary-return"),
          "Needless return",
          "The method ends here anyway.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UnnecessaryReturn", "sonar:S3626"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.RETURN);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean last =
        ((ReturnTree) tree).getExpression() == null
            && context.parent().filter(one -> endsWith(one, tree)).isPresent()
            && context.ancestor(2).filter(MethodTree.class::isInstance).isPresent();
    if (last) {
      report(tree, context);
    }
  }

  private static boolean endsWith(Tree parent, Tree last) {
    return parent instanceof BlockTree block
        && block.getStatements().get(block.getStatements().size() - 1) == last;
  }

  private static void report(Tree last, RuleContext context) {
    int start = context.file().start(last);
    int end = context.file().end(last);
    String message = "the method ends here anyway";
    if (CommentsNearby.onLinesOf(start, end, context)) {
      context.report(last, message);
    } else {
      context.report(
          last,
          message,
          "Remove the return",
          List.of(Deletions.ofWholeLines(context.file(), start, end)));
    }
  }
}
