package io.kirolinter.agents.rule.correctness;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.Expressions;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.JavaLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** The absolute value of a number that can be any, such as a hash code. */
public final class AbsOfHashCode implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("abs-of-hash-code"),
          "Absolute value that can be negative",
          "The smallest int has no positive counterpart, so the result is negative once in four billion.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.UNSAFE,
          List.of(
              "cwe-682",
              "errorprone:MathAbsoluteNegative",
              "sonar:S2676",
              "spotbugs:RV_ABSOLUTE_VALUE_OF_HASHCODE",
              "spotbugs:RV_ABSOLUTE_VALUE_OF_RANDOM_INT"));

  private static final Set<String> ANY_NUMBER = Set.of("hashCode", "nextInt", "nextLong");

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
    return Set.of("abs");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (Calls.isStatic(call, "Math", "abs")
        && call.getArguments().size() == 1
        && canBeSmallest(Expressions.inner(call.getArguments().get(0)))) {
      report(call, context);
    }
  }

  private static boolean canBeSmallest(ExpressionTree number) {
    return number instanceof MethodInvocationTree made
        && ((made.getArguments().isEmpty() && ANY_NUMBER.contains(Calls.nameOf(made)))
            || Calls.isStatic(made, "Objects", "hash")
            || Calls.isStatic(made, "Objects", "hashCode"));
  }

  private static void report(MethodInvocationTree call, RuleContext context) {
    String message = "of the smallest number the absolute value is negative";
    if (context.parent().orElse(call) instanceof BinaryTree around
        && isRemainderOf(call, around, context)) {
      reportRemainder(around, call, message, context);
    } else {
      context.report(call, message);
    }
  }

  private static boolean isRemainderOf(
      MethodInvocationTree call, BinaryTree around, RuleContext context) {
    return around.getKind() == Tree.Kind.REMAINDER
        && around.getLeftOperand().equals(call)
        && context.file().isWritten(around)
        && !Expressions.hasComment(context.file(), around);
  }

  private static void reportRemainder(
      BinaryTree remainder, MethodInvocationTree abs, String message, RuleContext context) {
    ExpressionTree divisor = Expressions.inner(remainder.getRightOperand());
    String number = context.textOf(abs.getArguments().get(0));
    String text = "Math.floorMod(" + number + ", " + context.textOf(divisor) + ")";
    int start = context.file().start(remainder);
    int end = context.file().end(remainder);
    context.report(
        context.file().start(abs),
        context.file().end(abs),
        message,
        context
            .fix("Use Math.floorMod", List.of(new TextEdit(start, end, text)))
            .needing(JavaLevel.of(8)));
  }
}
