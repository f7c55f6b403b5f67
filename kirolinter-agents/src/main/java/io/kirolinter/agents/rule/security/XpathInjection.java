package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An XPath expression with a value put between its quotes. */
public final class XpathInjection implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("xpath-injection"),
          "XPath injection",
          "A value stands between the quotes of the expression and can end them.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-643", "sonar:S2091", "spotbugs:XPATH_INJECTION"));

  private static final Set<String> ASKING =
      Set.of(
          "evaluate",
          "compile",
          "evaluateExpression",
          "selectNodes",
          "selectSingleNode",
          "selectObject");

  private static final Pattern OPEN_QUOTE = Pattern.compile("(?s)/.*\\[.*=\\s*('|\")(%s.*)?$");

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
    return ASKING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().isEmpty() || !ASKING.contains(Calls.nameOf(call))) {
      return;
    }
    ExpressionTree expression = call.getArguments().get(0);
    BuiltText.of(expression, context)
        .filter(text -> OPEN_QUOTE.matcher(text.start()).find())
        .filter(text -> context.file().isWritten(expression))
        .ifPresent(
            text ->
                context.report(
                    expression, "a value is put between the quotes of XPath; use a variable"));
  }
}
