package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.Fix;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** A version of SSL or TLS that nobody should speak any more. */
public final class WeakTlsVersion implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("weak-tls-version"),
          "Weak TLS version",
          "SSL and the first versions of TLS are broken; who listens can read or change the talk.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.UNSAFE,
          List.of("cwe-326", "sonar:S4423", "spotbugs:SSL_CONTEXT"));

  private static final Set<String> WEAK =
      Set.of("SSL", "SSLv2", "SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1");

  private static final Set<String> ENABLING = Set.of("setEnabledProtocols", "setProtocols");

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
    return Set.of("getInstance", "setEnabledProtocols", "setProtocols");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().isEmpty()) {
      return;
    }
    ExpressionTree first = Expressions.inner(call.getArguments().get(0));
    if (Calls.isStatic(call, "SSLContext", "getInstance")) {
      checkContext(first, context);
    } else if (ENABLING.contains(Calls.nameOf(call)) && first instanceof NewArrayTree versions) {
      checkAll(versions, context);
    }
  }

  private static void checkContext(ExpressionTree version, RuleContext context) {
    if (!isWeak(version, context)) {
      return;
    }
    int start = context.file().start(version);
    int end = context.file().end(version);
    Fix newest =
        new Fix(
            FixLevel.UNSAFE,
            "Let both sides agree on the newest TLS",
            List.of(new TextEdit(start, end, "\"TLS\"")));
    context.report(start, end, "this version of SSL or TLS is broken", newest);
  }

  private static void checkAll(NewArrayTree versions, RuleContext context) {
    if (versions.getInitializers() == null) {
      return;
    }
    versions.getInitializers().stream()
        .filter(version -> isWeak(version, context))
        .forEach(version -> context.report(version, "this version of SSL or TLS is broken"));
  }

  private static boolean isWeak(ExpressionTree version, RuleContext context) {
    return context.file().isWritten(version)
        && Constants.textOf(version, context).filter(WEAK::contains).isPresent();
  }
}
