package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** A catch clause, with none behind it, that only throws again what it caught. */
public final class RethrownException implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("rethrown-exception"),
          "Exception caught only to be thrown again",
          "Without the catch clause the exception goes the same way.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:AvoidRethrowingException", "sonar:S2737"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.TRY);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    TryTree attempt = (TryTree) tree;
    List<? extends CatchTree> catches = attempt.getCatches();
    int first = catches.size();
    while (first > 0 && onlyRethrows(catches.get(first - 1), context)) {
      first--;
    }
    boolean rest =
        first > 0 || attempt.getFinallyBlock() != null || !attempt.getResources().isEmpty();
    for (int i = first; i < catches.size(); i++) {
      Tree before = i == 0 ? attempt.getBlock() : catches.get(i - 1);
      report(catches.get(i), before, rest, context);
    }
  }

  /** A comment inside is taken for a reason. */
  private static boolean onlyRethrows(CatchTree clause, RuleContext context) {
    List<? extends StatementTree> statements = clause.getBlock().getStatements();
    return statements.size() == 1
        && statements.get(0) instanceof ThrowTree thrown
        && thrown.getExpression() instanceof IdentifierTree name
        && name.getName().equals(clause.getParameter().getName())
        && !context.hasComment(context.file().start(clause), context.file().end(clause));
  }

  private static void report(CatchTree clause, Tree before, boolean rest, RuleContext context) {
    int from = context.file().end(before);
    int start = context.file().start(clause);
    int end = context.file().end(clause);
    int head = context.file().start(clause.getBlock());
    String message = "the exception is only thrown again";
    if (rest && !context.hasComment(from, start)) {
      context.report(
          start, head, message, "Remove the catch clause", List.of(TextEdit.deletion(from, end)));
    } else {
      context.report(start, head, message);
    }
  }
}
