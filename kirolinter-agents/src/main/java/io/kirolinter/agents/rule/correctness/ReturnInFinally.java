package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** A finally block that is left by a jump, which drops the exception that is on its way. */
public final class ReturnInFinally implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("return-in-finally"),
          "Jump out of finally",
          "Leaving a finally block by a jump drops the exception or result on its way out.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-584",
              "pmd:ReturnFromFinallyBlock",
              "pmd:DoNotThrowExceptionInFinally",
              "errorprone:Finally",
              "sonar:S1143"));

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
    BlockTree last = ((TryTree) tree).getFinallyBlock();
    if (last == null) {
      return;
    }
    for (Tree jump : OutwardJumps.of(last)) {
      if (context.file().isWritten(jump)) {
        context.report(jump, "leaves the finally block and drops any exception on its way");
      }
    }
  }
}
