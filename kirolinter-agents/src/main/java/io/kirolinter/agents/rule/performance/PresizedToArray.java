package io.kirolinter.agents.rule.performance;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import io.kirolinter.agents.rule.Calls;
import io.kirolinter.agents.rule.JavaRule;
import io.kirolinter.agents.rule.RuleContext;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code c.toArray(new T[c.size()])}, where both names of the collection are the same. */
public final class PresizedToArray implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("presized-to-array"),
          "Presized array for toArray",
          "An array of the collection's size is zeroed first and may hold nulls if the collection"
              + " shrinks meanwhile; an empty one is faster and always right.",
          Category.PERFORMANCE,
          Severity.LOW,
          FixLevel.SAFE,
          List.of("pmd:OptimizableToArrayCall"));

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
    return Set.of("toArray");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (!Calls.nameOf(call).equals("toArray") || call.getArguments().size() != 1) {
      return;
    }
    lengthOf(call.getArguments().get(0))
        .filter(length -> isSizeOfTheSame(length, call, context))
        .ifPresent(length -> report(call, length, context));
  }

  private static Optional<MethodInvocationTree> lengthOf(ExpressionTree argument) {
    return argument instanceof NewArrayTree array
            && array.getDimensions().size() == 1
            && array.getDimensions().get(0) instanceof MethodInvocationTree length
        ? Optional.of(length)
        : Optional.empty();
  }

  private static boolean isSizeOfTheSame(
      MethodInvocationTree length, MethodInvocationTree toArray, RuleContext context) {
    return Calls.nameOf(length).equals("size")
        && length.getArguments().isEmpty()
        && receiver(length, context).equals(receiver(toArray, context));
  }

  private static String receiver(MethodInvocationTree call, RuleContext context) {
    return Calls.receiverOf(call).map(context::textOf).orElse("");
  }

  private static void report(
      MethodInvocationTree call, MethodInvocationTree length, RuleContext context) {
    String message = "the array for toArray is presized; an empty one is faster";
    int start = context.file().start(length);
    int end = context.file().end(length);
    if (Calls.receiverOf(call).filter(one -> !isName(one)).isEmpty()
        && !context.hasComment(start, end)) {
      TextEdit edit = new TextEdit(start, end, "0");
      context.report(call, message, "Pass an empty array", List.of(edit));
    } else {
      context.report(call, message);
    }
  }

  /** {@return whether an expression has no effect, so that it may be left out} */
  private static boolean isName(ExpressionTree expression) {
    return expression instanceof IdentifierTree
        || (expression instanceof MemberSelectTree member && isName(member.getExpression()));
  }
}
