package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A cookie whose protection is switched off. */
public final class InsecureCookie implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("insecure-cookie"),
          "Cookie open to listeners or scripts",
          "Without these flags the cookie travels in the clear, or scripts of the page can read it.",
          Category.SECURITY,
          Severity.MEDIUM,
          FixLevel.UNSAFE,
          List.of(
              "cwe-614",
              "cwe-1004",
              "sonar:S2092",
              "sonar:S3330",
              "spotbugs:INSECURE_COOKIE",
              "spotbugs:HTTPONLY_COOKIE"));

  private static final Map<String, String> SWITCHES =
      Map.of(
          "setSecure", "the cookie is sent over plain HTTP too",
          "secure", "the cookie is sent over plain HTTP too",
          "setHttpOnly", "scripts of the page can read the cookie",
          "httpOnly", "scripts of the page can read the cookie");

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
    return SWITCHES.keySet();
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    String message = SWITCHES.get(Calls.nameOf(call));
    if (message != null
        && call.getArguments().size() == 1
        && call.getArguments().get(0) instanceof LiteralTree literal
        && Boolean.FALSE.equals(literal.getValue())
        && isCookie(call, context)) {
      int start = context.file().start(literal);
      TextEdit edit = new TextEdit(start, context.file().end(literal), "true");
      context.report(call, message, "Switch the protection on", List.of(edit));
    }
  }

  /** Whether the call, or a chain of calls that it ends, begins with a cookie. */
  private static boolean isCookie(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiverOf(call).map(Expressions::inner).orElse(null);
    while (receiver instanceof MethodInvocationTree made) {
      if (namesCookie(made.getMethodSelect().toString())) {
        return true;
      }
      receiver = Calls.receiverOf(made).map(Expressions::inner).orElse(null);
    }
    return receiver != null
        && (Expressions.nameOf(receiver).filter(InsecureCookie::namesCookie).isPresent()
            || context
                .scopes()
                .typeNameOf(receiver)
                .filter(InsecureCookie::namesCookie)
                .isPresent());
  }

  private static boolean namesCookie(String name) {
    return name.toLowerCase(Locale.ROOT).contains("cookie");
  }
}
