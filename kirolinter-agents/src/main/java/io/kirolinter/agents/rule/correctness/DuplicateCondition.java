package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A condition that an earlier part of the same if-else-if chain has asked already. */
public final class DuplicateCondition implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("duplicate-condition"),
          "Condition repeated in a chain",
          "The earlier branch takes all such cases, so the later one never runs.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-561", "sonar:S1862", "spotbugs:RpC_REPEATED_CONDITIONAL_TEST"));

  /** Calls that may answer otherwise when they are asked again. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "[+]{2}|-{2}|(?<![=!<>])=(?![=])"
              + "|\\b(next|read|poll|take|pop|remove|add|put|try|accept|consume|skip|get[A-Z]\\w*And"
              + "|compareAnd|find|lookingAt|eat|match)\\w*\\s*\\(");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.IF);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    IfTree first = (IfTree) tree;
    boolean inChain =
        context.parent().orElse(tree) instanceof IfTree outer
            && first.equals(outer.getElseStatement());
    if (first.getElseStatement() instanceof IfTree && !inChain) {
      checkChain(first, context);
    }
  }

  private static void checkChain(IfTree first, RuleContext context) {
    Set<String> asked = new HashSet<>();
    Tree part = first;
    while (part instanceof IfTree choice && context.file().isWritten(choice.getCondition())) {
      ExpressionTree condition = Expressions.inner(choice.getCondition());
      String words = Expressions.wordsOf(context.file(), condition);
      if (CHANGING.matcher(context.textOf(condition)).find()) {
        return;
      }
      if (!words.isEmpty() && !asked.add(words)) {
        context.report(condition, "the chain has asked this already");
      }
      part = choice.getElseStatement();
    }
  }
}
