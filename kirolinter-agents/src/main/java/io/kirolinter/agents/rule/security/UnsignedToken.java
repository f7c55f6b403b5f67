package io.kirolinter.agents.rule.security;

import com.google.common.collect.Sets;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.agents.syntax.Scopes;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import java.util.List;
import java.util.Set;

/** A JSON web token without a signature, or whose signature nobody looks at. */
public final class UnsignedToken implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("unsigned-token"),
          "Token accepted without signature",
          "Anybody can write such a token, and name in it whom they like.",
          Category.SECURITY,
          Severity.CRITICAL,
          FixLevel.NONE,
          List.of("cwe-347", "sonar:S5659"));

  private static final Set<String> READING =
      Set.of(
          "parseClaimsJwt",
          "parsePlaintextJwt",
          "parseUnsecuredClaims",
          "parseUnsecuredContent",
          "setSkipSignatureVerification",
          "setDisableRequireSignature");

  private static final Set<String> NAMES =
      Sets.union(READING, Set.of("none", "NONE")).immutableCopy();

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.MEMBER_SELECT);
  }

  @Override
  public Set<String> names() {
    return NAMES;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean unsigned =
        tree instanceof MethodInvocationTree call
            ? isReading(call) || isNone(call)
            : isNone((MemberSelectTree) tree);
    if (unsigned) {
      context.report(tree, "the token needs no valid signature, so anybody can write it");
    }
  }

  private static boolean isReading(MethodInvocationTree call) {
    return READING.contains(Calls.nameOf(call)) && Calls.receiverOf(call).isPresent();
  }

  private static boolean isNone(MethodInvocationTree call) {
    return Calls.isStatic(call, "Algorithm", "none") && call.getArguments().isEmpty();
  }

  private static boolean isNone(MemberSelectTree name) {
    return name.getIdentifier().contentEquals("NONE")
        && Scopes.simpleName(name.getExpression()).filter("SignatureAlgorithm"::equals).isPresent();
  }
}
