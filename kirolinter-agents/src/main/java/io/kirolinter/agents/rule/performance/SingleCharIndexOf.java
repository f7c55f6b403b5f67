package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.rule.TypeNames;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code indexOf("x")} on what this file declares as a string. */
public final class SingleCharIndexOf implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("single-char-index-of"),
          "Search for a string of one char",
          "Searching a char is cheaper than searching a string that holds just one.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:UseIndexOfChar"));

  private static final Set<String> SEARCHES = Set.of("indexOf", "lastIndexOf");

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
    return SEARCHES;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!SEARCHES.contains(Calls.nameOf(call)) || call.getArguments().isEmpty()) {
      return;
    }
    ExpressionTree text = call.getArguments().get(0);
    Optional<String> literal = CharLiteral.of(text, context);
    if (literal.isPresent() && isOnString(call, context)) {
      TextEdit edit =
          new TextEdit(context.file().start(text), context.file().end(text), literal.get());
      context.report(text, "search the char " + literal.get(), "Search a char", List.of(edit));
    }
  }

  private static boolean isOnString(MethodInvocationTree call, RuleContext context) {
    return Calls.receiverOf(call)
        .flatMap(context.scopes()::typeNameOf)
        .filter(type -> type.equals("String") && TypeNames.isOfJavaLang(type, context))
        .isPresent();
  }
}
