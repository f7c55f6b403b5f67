package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
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

/** Text of a web request that is written into the response as it came. */
public final class ReflectedInput implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("reflected-input"),
          "Request written into the response",
          "A link can hold a script that the browser of whoever follows it runs in the name of your site.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-79", "sonar:S5131", "spotbugs:XSS_SERVLET"));

  private static final Set<String> WRITING = Set.of("print", "println", "write", "append");

  private static final Pattern HARMLESS =
      Pattern.compile("(?i)json|text/plain|escape|encode|sanitize|octet-stream|text/csv");

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
    return WRITING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().size() == 1
        && WRITING.contains(Calls.nameOf(call))
        && Calls.receiverOf(call).filter(one -> isResponse(one, context)).isPresent()
        && RequestInput.isIn(call.getArguments().get(0), context)
        && !RequestInput.methodHas(HARMLESS, context)) {
      context.report(call, "text of the request becomes part of the page; escape it");
    }
  }

  private static boolean isResponse(ExpressionTree writer, RuleContext context) {
    ExpressionTree inner = Expressions.inner(writer);
    ExpressionTree origin =
        context.scopes().declarationOf(inner).map(VariableTree::getInitializer).orElse(inner);
    return origin instanceof MethodInvocationTree call
        && Set.of("getWriter", "getOutputStream").contains(Calls.nameOf(call))
        && Calls.receiverOf(call)
            .flatMap(context.scopes()::typeNameOf)
            .filter(type -> type.endsWith("Response"))
            .isPresent();
  }
}
