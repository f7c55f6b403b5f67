package io.kirolinter.agents.rule.security;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
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
import java.util.Optional;
import java.util.Set;

/** A secret, as its name says, that is made of random numbers which can be foretold. */
public final class InsecureRandom implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("insecure-random"),
          "Secret made of foreseeable random numbers",
          "The next numbers of such a generator can be computed from the last ones.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-338", "cwe-330", "sonar:S2245", "spotbugs:PREDICTABLE_RANDOM"));

  private static final Set<String> SECRETS =
      Set.of("token", "password", "passwd", "nonce", "salt", "otp", "secret", "csrf", "pin");

  private static final Set<String> GENERATORS =
      Set.of("Random", "ThreadLocalRandom", "SplittableRandom");

  private static final Set<String> NUMBERS =
      Set.of(
          "random",
          "nextInt",
          "nextLong",
          "nextDouble",
          "nextFloat",
          "nextBoolean",
          "nextBytes",
          "nextGaussian",
          "nextExponential");

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
    return NUMBERS;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (isForeseeable(call, context)
        && targetOf(call, context).filter(this::isSecret).isPresent()) {
      context.report(call, "a secret is made of random numbers that can be foretold");
    }
  }

  private static boolean isForeseeable(MethodInvocationTree call, RuleContext context) {
    if (Calls.isStatic(call, "Math", "random")) {
      return true;
    }
    return Calls.nameOf(call).startsWith("next")
        && Calls.receiverOf(call).filter(one -> isGenerator(one, context)).isPresent();
  }

  private static boolean isGenerator(ExpressionTree receiver, RuleContext context) {
    ExpressionTree inner = Expressions.inner(receiver);
    if (inner instanceof NewClassTree made) {
      return Scopes.simpleName(made.getIdentifier()).filter(GENERATORS::contains).isPresent();
    }
    if (inner instanceof MethodInvocationTree made) {
      return Calls.isStatic(made, "ThreadLocalRandom", "current");
    }
    return context.scopes().typeNameOf(inner).filter(GENERATORS::contains).isPresent()
        && context.scopes().declarationOf(inner).filter(InsecureRandom::isSecure).isEmpty();
  }

  private static boolean isSecure(VariableTree generator) {
    return generator.getInitializer() instanceof NewClassTree made
        && Scopes.simpleName(made.getIdentifier()).filter("SecureRandom"::equals).isPresent();
  }

  /** {@return the name of what gets the numbers: an array that is filled, or a variable} */
  private static Optional<String> targetOf(MethodInvocationTree call, RuleContext context) {
    if (Calls.nameOf(call).equals("nextBytes") && call.getArguments().size() == 1) {
      return Expressions.nameOf(call.getArguments().get(0));
    }
    for (int distance = 1; context.ancestor(distance).isPresent(); distance++) {
      Tree around = context.ancestor(distance).get();
      if (around instanceof VariableTree variable) {
        return Optional.of(variable.getName().toString());
      }
      if (around instanceof AssignmentTree assignment) {
        return Expressions.nameOf(assignment.getVariable());
      }
      if (around instanceof MethodTree) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isSecret(String name) {
    List<String> words = NameWords.of(name);
    return !words.isEmpty()
        && (SECRETS.contains(words.get(words.size() - 1)) || isSessionId(words));
  }

  private static boolean isSessionId(List<String> words) {
    int last = words.size() - 1;
    return last >= 1 && words.get(last).equals("id") && words.get(last - 1).equals("session");
  }
}
