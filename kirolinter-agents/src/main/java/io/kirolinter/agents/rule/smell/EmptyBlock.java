package io.kirolinter.agents.rule.smell;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import io.kirolinter.agents.rule.Deletions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An {@code else}, a {@code finally} or an initializer that does nothing. */
public final class EmptyBlock implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("empty-block"),
          "Empty block",
          "The block does nothing: it is a leftover, or something was forgotten.",
          Category.CODE_SMELL,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:EmptyControlStatement", "sonar:S108"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.IF, Tree.Kind.TRY, Tree.Kind.BLOCK);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (tree instanceof IfTree condition) {
      checkBranches(condition, context);
    } else if (tree instanceof TryTree attempt) {
      checkFinally(attempt, context);
    } else if (context.parent().orElseThrow() instanceof ClassTree && isEmpty(tree, context)) {
      int start = context.file().start(tree);
      TextEdit deletion = Deletions.ofWholeLines(context.file(), start, context.file().end(tree));
      report(tree, "initializer", Optional.of(deletion), context);
    }
  }

  private static boolean isEmpty(@Nullable Tree tree, RuleContext context) {
    return tree instanceof BlockTree block
        && block.getStatements().isEmpty()
        && context.file().isWritten(tree)
        && !context.hasComment(context.file().start(tree), context.file().end(tree));
  }

  private static void checkBranches(IfTree condition, RuleContext context) {
    Tree otherwise = condition.getElseStatement();
    if (otherwise != null && isEmpty(otherwise, context)) {
      int end = context.file().end(condition.getThenStatement());
      boolean safe =
          Nesting.isInBlock(context, condition)
              && !context.hasComment(end, context.file().start(otherwise));
      TextEdit deletion = TextEdit.deletion(end, context.file().end(otherwise));
      report(otherwise, "else", safe ? Optional.of(deletion) : Optional.empty(), context);
    } else if (otherwise == null && isEmpty(condition.getThenStatement(), context)) {
      report(condition.getThenStatement(), "if", Optional.empty(), context);
    }
  }

  private static void checkFinally(TryTree attempt, RuleContext context) {
    Tree last = attempt.getFinallyBlock();
    if (last != null && isEmpty(last, context)) {
      int catches = attempt.getCatches().size();
      Tree before = catches == 0 ? attempt.getBlock() : attempt.getCatches().get(catches - 1);
      int end = context.file().end(before);
      boolean safe =
          catches + attempt.getResources().size() > 0
              && !context.hasComment(end, context.file().start(last));
      TextEdit deletion = TextEdit.deletion(end, context.file().end(last));
      report(last, "finally", safe ? Optional.of(deletion) : Optional.empty(), context);
    }
  }

  private static void report(
      Tree block, String what, Optional<TextEdit> deletion, RuleContext context) {
    String message = "the " + what + " does nothing";
    deletion.ifPresentOrElse(
        edit -> context.report(block, message, "Remove the " + what, List.of(edit)),
        () -> context.report(block, message));
  }
}
