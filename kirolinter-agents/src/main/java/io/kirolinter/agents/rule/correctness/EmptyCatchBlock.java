package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An exception that is caught and forgotten, with neither a comment nor a name that says why. */
public final class EmptyCatchBlock implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("empty-catch-block"),
          "Empty catch block",
          "The exception vanishes, and with it the only trace of what went wrong.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of(
              "cwe-390",
              "pmd:EmptyCatchBlock",
              "errorprone:EmptyCatch",
              "sonar:S108",
              "spotbugs:DE_MIGHT_IGNORE"));

  private static final Pattern TELLING_NAME =
      Pattern.compile(".*(ignore|expected|unused|swallow).*|ok|_|");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.CATCH);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    CatchTree handler = (CatchTree) tree;
    BlockTree block = handler.getBlock();
    if (block == null || !block.getStatements().isEmpty() || hasTellingName(handler)) {
      return;
    }
    if (context.file().isWritten(block) && !isExplained(block, context)) {
      context.report(handler, "exception is caught and ignored without a word why");
    }
  }

  private static boolean hasTellingName(CatchTree handler) {
    String name = handler.getParameter().getName().toString().toLowerCase(Locale.ROOT);
    return TELLING_NAME.matcher(name).matches();
  }

  private static boolean isExplained(BlockTree block, RuleContext context) {
    int end = context.file().end(block);
    int lineEnd = context.file().lines().endOf(context.file().lines().lineOf(end));
    return context.hasComment(context.file().start(block), end)
        || context.file().text().substring(end, lineEnd).stripLeading().startsWith("//");
  }
}
