package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The protection of Spring Security against forged requests, switched off. Services without
 * sessions, which need none, are left alone where the same method says so.
 */
public final class DisabledCsrf implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("disabled-csrf"),
          "Protection against forged requests off",
          "Any page that a person opens can send requests in their name.",
          Category.SECURITY,
          Severity.MEDIUM,
          FixLevel.NONE,
          List.of("cwe-352", "sonar:S4502", "spotbugs:SPRING_CSRF_PROTECTION_DISABLED"));

  private static final Pattern WITHOUT_SESSION = Pattern.compile("STATELESS|oauth2ResourceServer");

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
    return Set.of("csrf", "disable");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if ((isDisableOfCsrf(call) || isGivenDisable(call))
        && !RequestInput.methodHas(WITHOUT_SESSION, context)) {
      int name = context.file().text().indexOf(Calls.nameOf(call), endOfReceiver(call, context));
      context.report(
          name, context.file().end(call), "requests that other pages forge are accepted");
    }
  }

  private static int endOfReceiver(MethodInvocationTree call, RuleContext context) {
    return Calls.receiverOf(call).map(context.file()::end).orElse(context.file().start(call));
  }

  private static boolean isDisableOfCsrf(MethodInvocationTree call) {
    return call.getArguments().isEmpty()
        && Calls.nameOf(call).equals("disable")
        && Calls.receiverOf(call)
            .filter(one -> one instanceof MethodInvocationTree csrf && isCsrf(csrf))
            .isPresent();
  }

  private static boolean isCsrf(MethodInvocationTree call) {
    return Calls.nameOf(call).equals("csrf");
  }

  private static boolean isGivenDisable(MethodInvocationTree call) {
    if (!isCsrf(call) || call.getArguments().size() != 1) {
      return false;
    }
    ExpressionTree given = Expressions.inner(call.getArguments().get(0));
    if (given instanceof MemberReferenceTree reference) {
      return reference.getName().contentEquals("disable");
    }
    return given instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof MethodInvocationTree made
        && made.getArguments().isEmpty()
        && Calls.nameOf(made).equals("disable");
  }
}
