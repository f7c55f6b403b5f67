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
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.finding.Severity;
import io.kirolinter.core.source.TextEdit;
import java.util.List;
import java.util.Set;

/** A test for null that asks {@code equals}, which answers no or fails. */
public final class EqualsNull implements JavaRule {

  private static final Rule ABOUT =
      new Rule(
          RuleId.of("equals-null"),
          "equals asked about null",
          "By contract equals is false for null, so the branch never runs or the call fails.",
          Category.CORRECTNESS,
          Severity.MEDIUM,
          FixLevel.UNSAFE,
          List.of(
              "cwe-571",
              "pmd:EqualsNull",
              "errorprone:EqualsNull",
              "sonar:S2159",
              "spotbugs:EC_NULL_ARG"));

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
    return Set.of("equals");
  }

  @Override
  public void check(Tree tree, RuleContext context) {
    MethodInvocationTree call = (MethodInvocationTree) tree;
    if (call.getArguments().size() == 1
        && Calls.nameOf(call).equals("equals")
        && Expressions.inner(call.getArguments().get(0)).getKind() == Tree.Kind.NULL_LITERAL
        && !Asserted.isAround(context)) {
      Calls.receiverOf(call)
          .filter(context.file()::isWritten)
          .filter(one -> !isSuper(one))
          .ifPresent(one -> report(call, one, context));
    }
  }

  private static boolean isSuper(ExpressionTree receiver) {
    return Expressions.nameOf(receiver).filter("super"::equals).isPresent();
  }

  private static void report(
      MethodInvocationTree call, ExpressionTree receiver, RuleContext context) {
    Tree around = context.parent().orElse(call);
    boolean negated = around.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    Tree whole = negated ? around : call;
    String message = "equals never says yes to null; compare with ==";
    if (!Expressions.isRepeatable(receiver) || Expressions.hasComment(context.file(), whole)) {
      context.report(call, message);
      return;
    }
    String test = context.textOf(receiver) + (negated ? " != null" : " == null");
    boolean open = around instanceof BinaryTree && !isLogical(around);
    int start = context.file().start(whole);
    TextEdit edit = new TextEdit(start, context.file().end(whole), open ? "(" + test + ")" : test);
    context.report(call, message, "Compare with null", List.of(edit));
  }

  private static boolean isLogical(Tree operation) {
    return operation.getKind() == Tree.Kind.CONDITIONAL_AND
        || operation.getKind() == Tree.Kind.CONDITIONAL_OR;
  }
}
