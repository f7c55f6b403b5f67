package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
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
import java.util.List;
import java.util.Set;

/**
 * A value that is compared with itself, outside of assertions. {@code x != x} is left alone unless
 * {@code x} is known to be no floating-point number: it is how some test for NaN.
 */
public final class SelfComparison implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("self-comparison"),
          "Self-comparison",
          "Both sides are the same expression, so the answer never changes.",
          Category.CORRECTNESS,
          Severity.HIGH,
          FixLevel.NONE,
          List.of(
              "cwe-570",
              "errorprone:SelfComparison",
              "errorprone:SelfEquals",
              "sonar:S1764",
              "spotbugs:SA_FIELD_SELF_COMPARISON"));

  private static final Set<Tree.Kind> EQUALITY = Set.of(Tree.Kind.EQUAL_TO, Tree.Kind.NOT_EQUAL_TO);

  private static final Set<String> COMPARING =
      Set.of("equals", "equalsIgnoreCase", "compareTo", "compareToIgnoreCase", "contentEquals");

  private static final Set<String> FLOATING = Set.of("double", "float", "Double", "Float");

  @Override
  public Rule about() {
    return ABOUT;
  }

  @Override
  public Set<Tree.Kind> kinds() {
    return Set.of(
        Tree.Kind.EQUAL_TO,
        Tree.Kind.NOT_EQUAL_TO,
        Tree.Kind.LESS_THAN,
        Tree.Kind.LESS_THAN_EQUAL,
        Tree.Kind.GREATER_THAN,
        Tree.Kind.GREATER_THAN_EQUAL,
        Tree.Kind.METHOD_INVOCATION);
  }

  @Override
  public Set<String> names() {
    return COMPARING;
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    boolean same =
        tree instanceof MethodInvocationTree call
            ? comparesSame(call, context)
            : comparesSame((BinaryTree) tree, context);
    if (same && !isAsserted(context)) {
      context.report(tree, "a value is compared with itself");
    }
  }

  /** Tests of a comparison compare values with themselves on purpose. */
  private static boolean isAsserted(RuleContext context) {
    return context
        .enclosing(MethodInvocationTree.class)
        .filter(call -> Calls.nameOf(call).startsWith("assert"))
        .isPresent();
  }

  private static boolean comparesSame(BinaryTree binary, RuleContext context) {
    ExpressionTree left = binary.getLeftOperand();
    return areSame(left, binary.getRightOperand(), context)
        && !(EQUALITY.contains(binary.getKind()) && mayBeNaN(left, context));
  }

  private static boolean mayBeNaN(ExpressionTree operand, RuleContext context) {
    return context.scopes().typeNameOf(operand).filter(type -> !FLOATING.contains(type)).isEmpty();
  }

  private static boolean comparesSame(MethodInvocationTree call, RuleContext context) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (arguments.size() == 1 && COMPARING.contains(Calls.nameOf(call))) {
      return Calls.receiverOf(call)
          .filter(receiver -> areSame(receiver, arguments.get(0), context))
          .isPresent();
    }
    return arguments.size() == 2
        && Calls.isStatic(call, "Objects", "equals")
        && areSame(arguments.get(0), arguments.get(1), context);
  }

  private static boolean areSame(ExpressionTree one, ExpressionTree other, RuleContext context) {
    return !(Expressions.inner(one) instanceof LiteralTree)
        && Expressions.isRepeatable(one)
        && Expressions.sayTheSame(context.file(), one, other);
  }
}
