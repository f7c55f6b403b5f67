package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.StatementTree;
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

/** {@code super();}, which the compiler adds where it is missing. */
public final class RedundantSuperCall implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("redundant-super-call"),
          "Redundant super call",
          "A constructor calls the one of its superclass without being told to.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of());

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.EXPRESSION_STATEMENT);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (SuperCalls.isSuperCall((StatementTree) tree)) {
      report(tree, context);
    }
  }

  private static void report(Tree call, RuleContext context) {
    int start = context.file().start(call);
    int end = context.file().end(call);
    String message = "the constructor of the superclass is called anyway";
    if (CommentsNearby.onOrBefore(start, end, context)) {
      context.report(call, message);
    } else {
      context.report(
          call,
          message,
          "Remove the call",
          List.of(Deletions.ofWholeLines(context.file(), start, end)));
    }
  }
}
