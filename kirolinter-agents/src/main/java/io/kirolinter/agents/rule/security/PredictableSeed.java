package io.kirolinter.agents.rule.security;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
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

/** A secure generator of random numbers that starts from a number that others know. */
public final class PredictableSeed implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("predictable-seed"),
          "Predictable seed",
          "Who knows or guesses the seed knows every number that the generator makes.",
          Category.SECURITY,
          Severity.HIGH,
          FixLevel.NONE,
          List.of("cwe-337", "cwe-336", "sonar:S4347"));

  private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "nanoTime");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.NEW_CLASS);
  }

  @Override
  public Set<String> names() {
    return Set.of("SecureRandom", "setSeed");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean known =
        tree instanceof NewClassTree made
            ? isSecureRandom(made) && isKnown(made.getArguments(), context)
            : seedsWithKnown((MethodInvocationTree) tree, context);
    if (known) {
      context.report(tree, "a secure random generator starts from a known seed");
    }
  }

  private static boolean isSecureRandom(NewClassTree made) {
    return Scopes.simpleName(made.getIdentifier()).filter("SecureRandom"::equals).isPresent();
  }

  /** Only a generator that has no seed yet takes the given one for its only one. */
  private static boolean seedsWithKnown(MethodInvocationTree call, RuleContext context) {
    return Calls.nameOf(call).equals("setSeed")
        && isKnown(call.getArguments(), context)
        && Calls.receiverOf(call)
            .flatMap(context.scopes()::typeNameOf)
            .filter("SecureRandom"::equals)
            .isPresent();
  }

  private static boolean isKnown(List<? extends ExpressionTree> seed, RuleContext context) {
    return seed.size() == 1 && isKnown(seed.get(0), context);
  }

  private static boolean isKnown(ExpressionTree seed, RuleContext context) {
    ExpressionTree inner = Expressions.inner(originOf(seed, context));
    if (inner instanceof NewArrayTree array) {
      return array.getInitializers() != null
          && !array.getInitializers().isEmpty()
          && array.getInitializers().stream().allMatch(LiteralTree.class::isInstance);
    }
    if (inner instanceof MethodInvocationTree call) {
      return isClock(call) || isBytesOfConstant(call, context);
    }
    return inner instanceof LiteralTree;
  }

  private static ExpressionTree originOf(ExpressionTree seed, RuleContext context) {
    return context
        .scopes()
        .declarationOf(seed)
        .filter(variable -> Constants.neverChanges(variable, context))
        .map(VariableTree::getInitializer)
        .orElse(seed);
  }

  private static boolean isClock(MethodInvocationTree call) {
    return CLOCKS.contains(Calls.nameOf(call))
        && Calls.isStatic(call, "System", Calls.nameOf(call));
  }

  private static boolean isBytesOfConstant(MethodInvocationTree call, RuleContext context) {
    Optional<ExpressionTree> text = Calls.receiverOf(call);
    return Calls.nameOf(call).equals("getBytes")
        && text.flatMap(one -> Constants.textOf(one, context)).isPresent();
  }
}
