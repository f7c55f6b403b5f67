package io.kirolinter.agents.rule.security;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A check of the other side's certificate, or of its name, that lets everybody through. */
public final class TrustAllCertificates implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("trust-all-certificates"),
          "Every certificate is trusted",
          "Anybody in between can pose as the other side, and the encryption protects nothing.",
          Category.SECURITY,
          Severity.CRITICAL,
          FixLevel.NONE,
          List.of(
              "cwe-295",
              "cwe-297",
              "sonar:S4830",
              "sonar:S5527",
              "spotbugs:WEAK_TRUST_MANAGER",
              "spotbugs:WEAK_HOSTNAME_VERIFIER"));

  private static final Set<String> CHECKS = Set.of("checkServerTrusted", "checkClientTrusted");

  private static final String VERIFIER = "HostnameVerifier";

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD, Tree.Kind.LAMBDA_EXPRESSION);
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    if (tree instanceof LambdaExpressionTree lambda) {
      checkLambda(lambda, context);
    } else {
      checkMethod((MethodTree) tree, context);
    }
  }

  private static void checkMethod(MethodTree method, RuleContext context) {
    BlockTree body = method.getBody();
    if (body == null) {
      return;
    }
    if (CHECKS.contains(method.getName().toString()) && doesNothing(body)) {
      report(method, "certificates are accepted without a look", context);
    } else if (isVerify(method) && isTrue(body)) {
      report(method, "every host name is accepted", context);
    }
  }

  private static void report(MethodTree method, String message, RuleContext context) {
    Tree result = method.getReturnType();
    boolean whole = result != null && context.file().isWritten(result);
    int start = context.file().start(whole ? result : method); // behind the annotations
    context.report(start, context.file().end(method), message);
  }

  private static boolean doesNothing(BlockTree body) {
    List<? extends StatementTree> statements = body.getStatements();
    return statements.isEmpty()
        || (statements.get(0) instanceof ReturnTree last && last.getExpression() == null);
  }

  private static boolean isVerify(MethodTree method) {
    return method.getName().contentEquals("verify")
        && method.getParameters().size() == 2
        && typeOf(method.getParameters().get(1)).filter("SSLSession"::equals).isPresent();
  }

  private static Optional<String> typeOf(VariableTree variable) {
    return Optional.ofNullable(variable.getType()).flatMap(Scopes::simpleName);
  }

  private static void checkLambda(LambdaExpressionTree lambda, RuleContext context) {
    if (lambda.getParameters().size() == 2 && isTrue(lambda.getBody()) && isVerifier(context)) {
      context.report(lambda, "every host name is accepted");
    }
  }

  private static boolean isTrue(@Nullable Tree body) {
    if (body instanceof BlockTree block) {
      return block.getStatements().size() == 1
          && block.getStatements().get(0) instanceof ReturnTree result
          && isTrue(result.getExpression());
    }
    return body instanceof ExpressionTree value
        && Expressions.inner(value) instanceof LiteralTree literal
        && Boolean.TRUE.equals(literal.getValue());
  }

  /** Whether what stands around the lambda makes it the check of a host name. */
  private static boolean isVerifier(RuleContext context) {
    Tree around = context.parent().orElse(null);
    if (around instanceof VariableTree variable) {
      return typeOf(variable).filter(VERIFIER::equals).isPresent();
    }
    if (around instanceof TypeCastTree cast) {
      return Scopes.simpleName(cast.getType()).filter(VERIFIER::equals).isPresent();
    }
    return around instanceof MethodInvocationTree call
        && Calls.nameOf(call).toLowerCase(Locale.ROOT).contains("hostnameverifier");
  }
}
