package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.SyntaxTree;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** An if or a conditional expression that does the same, whatever the condition says. */
public final class IdenticalBranches implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("identical-branches"),
          "Identical branches",
          "Both branches are the same, so the condition decides nothing.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("sonar:S3923", "spotbugs:DB_DUPLICATE_BRANCHES"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.IF, Tree.Kind.CONDITIONAL_EXPRESSION);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean same =
        tree instanceof IfTree choice
            ? hasSameBranches(choice, context.file())
            : hasSameBranches((ConditionalExpressionTree) tree, context.file());
    if (same) {
      context.report(tree, "both branches do the same");
    }
  }

  /** A branch with a comment is meant as it is. */
  private static boolean hasSameBranches(IfTree choice, SyntaxTree file) {
    StatementTree otherwise = choice.getElseStatement();
    if (otherwise == null || !file.isWritten(otherwise)) {
      return false;
    }
    StatementTree then = onlyStatement(choice.getThenStatement());
    if (then.getKind() != onlyStatement(otherwise).getKind()) {
      return false;
    }
    String words = Expressions.wordsOf(file, then);
    return words.length() > "{ }".length()
        && words.equals(Expressions.wordsOf(file, onlyStatement(otherwise)))
        && !Expressions.hasComment(file, choice.getThenStatement())
        && !Expressions.hasComment(file, otherwise);
  }

  private static StatementTree onlyStatement(StatementTree branch) {
    return branch instanceof BlockTree block && block.getStatements().size() == 1
        ? block.getStatements().get(0)
        : branch;
  }

  private static boolean hasSameBranches(ConditionalExpressionTree choice, SyntaxTree file) {
    return Expressions.sayTheSame(file, choice.getTrueExpression(), choice.getFalseExpression());
  }
}
