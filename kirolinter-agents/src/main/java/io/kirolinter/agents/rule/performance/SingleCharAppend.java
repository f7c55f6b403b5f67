package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
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

/** {@code append("x")} on what this file declares as a string builder or buffer. */
public final class SingleCharAppend implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("single-char-append"),
          "Append of a string of one char",
          "Appending a char is cheaper than appending a string that holds just one.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:AppendCharacterWithChar"));

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public Set<String> names() {
    return Set.of("append");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Builders.looksLikeAppend(call)) {
      return;
    }
    ExpressionTree text = call.getArguments().get(0);
    Optional<String> literal = CharLiteral.of(text, context);
    if (literal.isPresent() && Builders.isAppend(call, context)) {
      TextEdit edit =
          new TextEdit(context.file().start(text), context.file().end(text), literal.get());
      context.report(text, "append the char " + literal.get(), "Append a char", List.of(edit));
    }
  }
}
